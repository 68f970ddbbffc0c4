package io.vouchline.gateway.decision;

import io.vouchline.contract.number.NumberHash;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.problem.Problem;
import io.vouchline.gateway.access.Client;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a request when its answer goes out.
 *
 * @param who the client or operator, if one was let in
 * @param operator whether it is an operator
 * @param dialect in lower case
 * @param resource the name of the resource that answered, or {@link #OTHER}
 * @param told what the door said
 * @param problem the failure that is told, if it is one
 * @param status the HTTP status that is sent
 * @param correlationId the trace id
 * @param duration how long it took
 */
record Decided(
        Optional<Client> who,
        boolean operator,
        String dialect,
        String resource,
        CurrentDecision told,
        Optional<Problem> problem,
        int status,
        String correlationId,
        Duration duration) {

    /** What is asked for where nothing that we have was asked for. */
    static final String OTHER = "other";

    /** What can go with a status of refusal; anything else did not come to be. */
    private static final Set<Outcome> NO =
            Set.of(
                    Outcome.NOT_FOUND,
                    Outcome.AMBIGUOUS,
                    Outcome.NOT_SENT,
                    Outcome.BLOCKED,
                    Outcome.NOT_VERIFIED,
                    Outcome.REFUSED,
                    Outcome.FAILED);

    private static final String PROBLEM = "urn:vouchline:problem:";
    private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,63}");
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** The event that it is recorded as. */
    Decision at(Instant time, NumberHash numbers) {
        @Nullable String tenant = who.map(Client::tenant).orElse(null);
        return new Decision(
                time,
                tenant,
                who.map(Client::id).orElse(null),
                operator,
                dialect,
                told.operation().map(Decided::word).orElse(resource),
                outcome(),
                told.reason().map(Decided::word).or(() -> problem.map(Decided::kind)).orElse(null),
                status,
                correlationId,
                told.subject().map(PhoneNumber::toString).orElse(null),
                tenant == null
                        ? null
                        : told.subject().map(number -> numbers.of(tenant, number)).orElse(null),
                told.reference().filter(text -> REFERENCE.matcher(text).matches()).orElse(null),
                duration.toMillis());
    }

    /** A failure of ours is one, however far the door had come; a refusal may be a plain "no". */
    private Outcome outcome() {
        if (status >= 500 || problem.map(Problem::status).orElse(0) >= 500) {
            return Outcome.FAILED;
        }
        boolean refused = status >= 400 || problem.isPresent();
        return refused
                ? told.outcome().filter(NO::contains).orElse(Outcome.REFUSED)
                : told.outcome().orElse(Outcome.TOLD);
    }

    /** Whatever is no word of ours is not repeated: it might be the caller's. */
    private static String word(String text) {
        return WORD.matcher(text).matches() ? text : OTHER;
    }

    private static String kind(Problem problem) {
        String uri = problem.type().toString();
        return word(uri.substring(Math.min(PROBLEM.length(), uri.length())).replace('-', '_'));
    }
}
