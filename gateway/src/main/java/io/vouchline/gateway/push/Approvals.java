package io.vouchline.gateway.push;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.otp.OtpApi.CodeState;
import io.vouchline.contract.otp.OtpApi.Idempotency;
import io.vouchline.contract.otp.OtpApi.Verification;
import io.vouchline.contract.otp.PushApi.PushRequest;
import io.vouchline.contract.otp.PushApi.Pushed;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.upstream.Pushes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Approvals in the institution's app: asked for, and read. */
@Singleton
public class Approvals {

    /** The longest that an approval may be waited for; codes may live longer. */
    private static final long LONGEST_LIFE_SECONDS = 300;

    private final Pushes pushes;

    Approvals(Pushes pushes) {
        this.pushes = pushes;
    }

    /**
     * Asks for approval; 409 where no app is set up, 429 while the number has to wait.
     *
     * @param text what the app shows beside the question
     */
    public Uni<Pushed> ask(
            Client client, PhoneNumber number, @Nullable String text, Idempotency idempotency) {
        return pushes.send(new PushRequest(number, text, life(client), idempotency));
    }

    /** How an approval stands; 404 for an unknown one. */
    public Uni<CodeState> state(String reference) {
        return pushes.verification(reference).map(Approvals::state);
    }

    /** A code's verification is no approval, whoever knows its reference. */
    private static CodeState state(Verification verification) {
        boolean pushed =
                verification.messages().stream()
                        .allMatch(message -> message.channel() == Channel.PUSH);
        if (!pushed) {
            throw unknown();
        }
        return verification.state();
    }

    static RuntimeException unknown() {
        return ProblemType.NOT_FOUND.exception("There is no such approval.");
    }

    private static int life(Client client) {
        return Math.toIntExact(
                Math.min(client.policy().codeLife().toSeconds(), LONGEST_LIFE_SECONDS));
    }
}
