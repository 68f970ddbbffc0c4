package io.vouchline.gateway.decision;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a request came to. Holds nothing personal but a masked number and its keyed hash.
 *
 * @param at when it was answered
 * @param tenant the institution; null if nobody was let in, or a callback's signature came alone
 * @param client who asked: the client's id, or the operator's
 * @param operator whether it was an operator of the institution
 * @param dialect in lower case; {@code callback} for what carriers and apps send
 * @param operation in the dialect's word, one of a fixed set
 * @param outcome what it came to
 * @param reason why, in one of a fixed set of words; null if there is nothing to explain
 * @param status the HTTP status
 * @param correlationId the trace id of W3C trace context: 32 lower-case hexadecimal digits
 * @param subject the masked number
 * @param subjectHash the number's keyed hash: 32 upper-case hexadecimal digits
 * @param reference the verification or approval
 * @param durationMs how long the answer took
 */
@RegisterForReflection
public record Decision(
        Instant at,
        @Nullable String tenant,
        @Nullable String client,
        boolean operator,
        String dialect,
        String operation,
        Outcome outcome,
        @Nullable String reason,
        int status,
        String correlationId,
        @Nullable String subject,
        @Nullable String subjectHash,
        @Nullable String reference,
        long durationMs) {}
