package io.vouchline.gateway.assertion;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.lookup.AuthenticatorApi.Authenticators;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.OtpApi.CodeState;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.upstream.AuthenticatorStore;
import io.vouchline.gateway.upstream.Otp;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Checks a code and, if it is right, states whose it was. The code is used up by then: if the
 * person cannot be found out in time, it still was the right code, with no statement.
 */
@Singleton
class CodeCheck {

    private static final Logger LOGGER = Logger.getLogger(CodeCheck.class);

    /** A one-time password (RFC 8176); over which channel it came is not known here. */
    private static final List<String> AMR = List.of("otp");

    private final Otp otp;
    private final AuthenticatorStore authenticators;
    private final Assertions assertions;
    private final CurrentRequest current;

    CodeCheck(
            Otp otp,
            AuthenticatorStore authenticators,
            Assertions assertions,
            CurrentRequest current) {
        this.otp = otp;
        this.authenticators = authenticators;
        this.assertions = assertions;
        this.current = current;
    }

    Uni<CodeVerdict> check(Client client, PhoneNumber number, String code) {
        return current.within(otp.check(number, code))
                .chain(
                        checked ->
                                checked.state() == CodeState.VALID
                                        ? assertion(client, number).map(CodeVerdict::right)
                                        : Uni.createFrom()
                                                .item(CodeVerdict.refused(checked.state())));
    }

    private Uni<Optional<String>> assertion(Client client, PhoneNumber number) {
        if (!assertions.areMade()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return current.within(authenticators.find(number))
                .map(Authenticators::subject)
                .map(
                        subject ->
                                Optional.ofNullable(subject)
                                        .flatMap(
                                                whose ->
                                                        assertions.sign(
                                                                client,
                                                                whose,
                                                                CodeVerdict.LEVEL,
                                                                AMR)))
                .onFailure()
                .recoverWithItem(
                        failure -> {
                            LOGGER.warnf("a right code is told without assertion: %s", failure);
                            return Optional.empty();
                        });
    }
}
