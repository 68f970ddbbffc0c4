package io.vouchline.otp.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.json.StrictJson;
import io.vouchline.contract.otp.OtpApi.Checked;
import io.vouchline.contract.otp.OtpApi.CodeState;
import io.vouchline.contract.otp.PushApi.SignedAnswer;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.otp.verification.VerificationStore;
import io.vouchline.otp.verification.VerificationStore.Ending;
import io.vouchline.otp.verification.VerificationStore.Kind;
import io.vouchline.otp.verification.VerificationStore.Submitted;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** The answers of institutions' apps: each is one attempt at its verification. */
@Singleton
public class AppAnswers {

    private static final InstantSource CLOCK = InstantSource.system();

    /** A mapper of its own: a member that is unknown is refused, whatever the settings say. */
    private final ObjectMapper mapper = StrictJson.strict(new ObjectMapper());

    private final AppSecrets secrets;
    private final VerificationStore store;

    AppAnswers(AppSecrets secrets, VerificationStore store) {
        this.secrets = secrets;
        this.store = store;
    }

    /**
     * Takes an answer; whether it counted. Fails with 401 if no app signed it now, with 400 if it
     * says nothing that can be understood.
     */
    Uni<Boolean> take(SignedAnswer signed) {
        String tenant =
                secrets.signer(signed, CLOCK.instant())
                        .orElseThrow(
                                () ->
                                        ProblemType.UNAUTHENTICATED.exception(
                                                "The signature does not hold."));
        AppAnswer answer = answer(signed.body());
        String attempt = answer.reference() + ' ' + signed.webhookId();
        Submitted submitted =
                new Submitted(Kind.APPROVAL, answer.submitted(), Optional.of(attempt));
        return store.checkReference(tenant, answer.reference(), submitted)
                .map(Checked::state)
                .call(state -> ended(tenant, answer, state))
                .map(state -> state == CodeState.VALID || state == CodeState.INVALID);
    }

    /** A locked number counts nothing, but what was denied must not be approved after the lock. */
    private Uni<?> ended(String tenant, AppAnswer answer, CodeState state) {
        return !answer.approved() && state == CodeState.MAX_ATTEMPTS_EXCEEDED
                ? store.end(tenant, answer.reference(), Ending.VOID)
                : Uni.createFrom().voidItem();
    }

    private AppAnswer answer(String body) {
        try {
            AppAnswer answer = mapper.readValue(body, AppAnswer.class);
            if (answer != null) {
                return answer;
            }
        } catch (JsonProcessingException e) {
            // Told below, without Jackson's message: it repeats what it could not read.
        }
        throw ProblemType.MALFORMED.exception(
                "The body must be JSON with reference, approved and match.");
    }
}
