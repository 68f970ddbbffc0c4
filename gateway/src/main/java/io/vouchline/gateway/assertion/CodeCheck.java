package io.vouchline.gateway.assertion;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.lookup.LookupApi.Standing;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.OtpApi.Checked;
import io.vouchline.contract.otp.OtpApi.CodeState;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.upstream.AuthenticatorStore;
import io.vouchline.gateway.upstream.Lookup;
import io.vouchline.gateway.upstream.Otp;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Checks a code and, if it is right and proves something, states whose it was. The code is used up
 * by then: if the person cannot be found out in time, it still was the right code, with no
 * statement. Nor is there one for a phone that was changed a short time ago, or is not registered:
 * whoever holds it may not be the customer.
 */
@Singleton
class CodeCheck {

    private static final Logger LOGGER = Logger.getLogger(CodeCheck.class);

    /** A one-time password (RFC 8176); over which channel it came is not known here. */
    private static final List<String> AMR = List.of("otp");

    private final Otp otp;
    private final AuthenticatorStore authenticators;
    private final Lookup lookup;
    private final Assertions assertions;
    private final CurrentRequest current;

    CodeCheck(
            Otp otp,
            AuthenticatorStore authenticators,
            Lookup lookup,
            Assertions assertions,
            CurrentRequest current) {
        this.otp = otp;
        this.authenticators = authenticators;
        this.lookup = lookup;
        this.assertions = assertions;
        this.current = current;
    }

    Uni<CodeVerdict> check(Client client, PhoneNumber number, String code) {
        return current.within(otp.check(number, code))
                .chain(checked -> verdict(client, number, checked));
    }

    private Uni<CodeVerdict> verdict(Client client, PhoneNumber number, Checked checked) {
        if (checked.state() != CodeState.VALID) {
            return Uni.createFrom().item(CodeVerdict.refused(checked.state()));
        }
        return checked.proof()
                ? assertion(client, number).map(CodeVerdict::proven)
                : Uni.createFrom().item(CodeVerdict.known());
    }

    private Uni<Optional<String>> assertion(Client client, PhoneNumber number) {
        if (!assertions.areMade()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return current.within(subject(client, number))
                .map(
                        subject ->
                                subject.flatMap(
                                        whose ->
                                                assertions.sign(
                                                        client, whose, CodeVerdict.LEVEL, AMR)))
                .onFailure()
                .recoverWithItem(
                        failure -> {
                            LOGGER.warnf("a right code is told without assertion: %s", failure);
                            return Optional.empty();
                        });
    }

    /** The one person whose phone this is for good; both are asked at once, to save time. */
    private Uni<Optional<String>> subject(Client client, PhoneNumber number) {
        return Uni.combine()
                .all()
                .unis(authenticators.find(number), lookup.channels(number, client.policy().hold()))
                .with(
                        (found, registered) ->
                                registered.phone() == Standing.OPEN
                                        ? Optional.ofNullable(found.subject())
                                        : Optional.empty());
    }
}
