package io.vouchline.otp.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.vouchline.otp.delivery.DeliveryChannel.RefusedException;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The account with the carrier, if there is one. Fails as {@link DeliveryChannel} says. */
@Singleton
public class Carrier {

    /** What a call reports: the vendor tells its end only, unless asked for more. */
    private static final List<String> CALL_EVENTS = List.of("answered", "completed");

    private final CarrierClient client;
    private final CallbackUrls callbacks;
    private final Optional<Account> account;

    Carrier(@RestClient CarrierClient client, CallbackUrls callbacks, DeliveryConfig config) {
        this.client = client;
        this.callbacks = callbacks;
        this.account = config.carrier().map(Account::read);
    }

    /** Whether there is an account. */
    boolean isConfigured() {
        return account.isPresent();
    }

    /** Sends a text message to a number in E.164 form; nothing is reported of it. */
    public Uni<Void> message(String to, String body) {
        return told(by -> client.message(by.sid(), by.authorization(), to, by.from(), body, null));
    }

    Uni<Void> message(MessageId id, String to, String body) {
        String callback = callbacks.status(id).orElse(null);
        return told(
                by -> client.message(by.sid(), by.authorization(), to, by.from(), body, callback));
    }

    Uni<Void> call(MessageId id, String to, String twiml) {
        String callback = callbacks.status(id).orElse(null);
        List<String> events = callback == null ? List.of() : CALL_EVENTS;
        return told(
                by ->
                        client.call(
                                by.sid(),
                                by.authorization(),
                                to,
                                by.from(),
                                twiml,
                                callback,
                                events));
    }

    /** Whether the account's carrier posted this form to this URL of ours. */
    boolean posted(String url, CarrierForm form, String signature) {
        return account.filter(by -> CarrierSignature.isGood(url, form, signature, by.tokens()))
                .filter(by -> form.one("AccountSid").equals(Optional.of(by.sid())))
                .isPresent();
    }

    private Uni<Void> told(Function<Account, Uni<String>> request) {
        return Uni.createFrom()
                .item(() -> account.orElseThrow(() -> new RefusedException("there is no carrier")))
                .chain(by -> request.apply(by))
                .replaceWithVoid()
                .onFailure()
                .transform(failure -> Unreachable.meaning(failure, "the carrier"));
    }

    /**
     * The account's data.
     *
     * @param tokens the one that is shown, and during a rotation the one that also signs
     */
    private record Account(String sid, List<String> tokens, String from) {

        static Account read(DeliveryConfig.Carrier config) {
            return new Account(
                    config.accountSid(),
                    SecretLines.read(
                            "vouchline.delivery.carrier.auth-token-file", config.authTokenFile()),
                    config.from());
        }

        String authorization() {
            return "Basic "
                    + Base64.getEncoder()
                            .encodeToString((sid + ':' + tokens.getFirst()).getBytes(UTF_8));
        }

        @Override
        public String toString() {
            return "Account[" + sid + "]";
        }
    }
}
