package io.vouchline.gateway.screening;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.risk.RiskApi.Circumstances;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.upstream.Risk;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Screens numbers before a code goes to them. A risk-service that is away is no failure here: the
 * client's policy says what becomes of the number.
 */
@Singleton
public class Screener {

    private final Risk risk;

    Screener(Risk risk) {
        this.risk = risk;
    }

    /**
     * Before a call. A client without Verify Plus has no number assessed.
     *
     * @param original the text that the platform sent
     * @param address the IP address of the person who asks, if the platform tells it
     */
    public Uni<Screening> beforeCall(
            Client client, PhoneNumber number, String original, @Nullable String address) {
        return client.policy().verifyPlus()
                ? assessed(client, number, original, address)
                : Uni.createFrom().item(Screening::none);
    }

    /**
     * Before a text message. Numbers are assessed for every client, since what certainly is a fixed
     * line is called instead; without Verify Plus none is blocked.
     */
    public Uni<Screening> beforeText(Client client, PhoneNumber number) {
        return assessed(client, number, number.e164(), null);
    }

    private Uni<Screening> assessed(
            Client client, PhoneNumber number, String original, @Nullable String address) {
        Circumstances sending = new Circumstances(true, null, null, address);
        return risk.assess(client, number, original, sending)
                .map(assessment -> Screening.of(client.policy(), assessment))
                .onFailure(Risk::isAway)
                .recoverWithItem(() -> Screening.unassessed(client.policy()));
    }
}
