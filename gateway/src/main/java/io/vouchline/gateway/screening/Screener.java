package io.vouchline.gateway.screening;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.risk.RiskApi.Circumstances;
import io.vouchline.contract.risk.RiskApi.Withdrawal;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.upstream.Risk;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Screens numbers before a code goes to them. A risk-service that is away is no failure here: the
 * client's policy says what becomes of the number.
 */
@Singleton
public class Screener {

    private final Risk risk;
    private final UnsentCodes unsent;

    Screener(Risk risk, UnsentCodes unsent) {
        this.risk = risk;
        this.unsent = unsent;
    }

    /**
     * Before a call. A client without Verify Plus has no number assessed.
     *
     * @param original the text that the platform sent
     * @param codeOfPlatform whether the code is the platform's own: its check is never seen here
     * @param address the IP address of the person who asks, if the platform tells it
     */
    public Uni<Screening> beforeCall(
            Client client,
            PhoneNumber number,
            String original,
            boolean codeOfPlatform,
            @Nullable String address) {
        boolean sending = !codeOfPlatform && isCheckSeen(client);
        return client.policy().verifyPlus()
                ? assessed(
                        client, number, original, new Circumstances(sending, null, null, address))
                : Uni.createFrom().item(Screening::none);
    }

    /**
     * Before a text message. Numbers are assessed for every client, since what certainly is a fixed
     * line is called instead; without Verify Plus none is blocked.
     *
     * @param circumstances what is known of the request, and whether the code's check will be seen
     */
    public Uni<Screening> beforeText(
            Client client, PhoneNumber number, Circumstances circumstances) {
        return assessed(client, number, number.e164(), circumstances);
    }

    /**
     * Before a text message to a number that a platform names.
     *
     * @param original the text that the platform sent
     * @param codeOfPlatform whether the code is the platform's own: its check is never seen here
     * @param address the IP address of the person who asks, if the platform tells it
     */
    public Uni<Screening> beforeText(
            Client client,
            PhoneNumber number,
            String original,
            boolean codeOfPlatform,
            @Nullable String address) {
        boolean sending = !codeOfPlatform && isCheckSeen(client);
        return assessed(client, number, original, new Circumstances(sending, null, null, address));
    }

    /**
     * The issuing of a code after its number was screened. Where it fails, in whatever way,
     * risk-service is told that nothing was sent, and nobody waits for that.
     */
    public <T> Uni<T> followed(Client client, Screening screening, Uni<T> issuing) {
        return issuing.onFailure().invoke(() -> withdraw(client, screening));
    }

    /** In document mode the platform compares the code itself: the number would never verify. */
    private static boolean isCheckSeen(Client client) {
        return !client.policy().documentMode();
    }

    private Uni<Screening> assessed(
            Client client, PhoneNumber number, String original, Circumstances circumstances) {
        String id = UUID.randomUUID().toString();
        return risk.assess(client, id, number, original, circumstances)
                .map(assessment -> Screening.of(client.policy(), assessment))
                .onFailure(Risk::isAway)
                .recoverWithItem(() -> Screening.unassessed(client.policy()))
                .map(
                        screening ->
                                circumstances.sending()
                                        ? screening.countedAs(new Withdrawal(id, number))
                                        : screening)
                .invoke(screening -> withdrawBlocked(client, screening));
    }

    /** Risk-service takes back by itself what its score blocks, but knows no policy on outages. */
    private void withdrawBlocked(Client client, Screening screening) {
        if (screening.isBlocked()) {
            withdraw(client, screening);
        }
    }

    private void withdraw(Client client, Screening screening) {
        screening.counted().ifPresent(withdrawal -> unsent.tell(client, withdrawal));
    }
}
