package io.vouchline.gateway.push;

import io.vouchline.contract.otp.PushApi.SignedAnswer;
import io.vouchline.contract.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * What can be told of an answer's signature without the secret (Standard Webhooks): anybody can
 * post, and what cannot hold is refused before otp-service is asked.
 */
final class AppSignature {

    /** HMAC-SHA256, the only kind that otp-service checks; a header may hold several signatures. */
    private static final String VERSION = "v1,";

    /** Seconds since 1970. */
    private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{1,12}");

    /** As otp-service has it. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private AppSignature() {}

    /**
     * Passes what may have been signed by the app.
     *
     * @throws io.vouchline.contract.problem.ProblemException 401, if no signature is of a known
     *     kind, or it was made more than five minutes before or after now
     */
    static void mustBePossible(SignedAnswer answer, Instant now) {
        if (!isOfAKnownKind(answer.webhookSignature())
                || !TIMESTAMP.matcher(answer.webhookTimestamp()).matches()
                || isOff(Long.parseLong(answer.webhookTimestamp()), now)) {
            throw ProblemType.UNAUTHENTICATED.exception("The signature does not hold.");
        }
    }

    private static boolean isOfAKnownKind(String signatures) {
        return Arrays.stream(signatures.split(" ", -1)).anyMatch(one -> one.startsWith(VERSION));
    }

    private static boolean isOff(long seconds, Instant now) {
        return Duration.between(Instant.ofEpochSecond(seconds), now).abs().compareTo(TOLERANCE) > 0;
    }
}
