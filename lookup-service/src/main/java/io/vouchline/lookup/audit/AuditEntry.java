package io.vouchline.lookup.audit;

import io.vouchline.contract.identity.Caller;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One read.
 *
 * @param at when the answer was ready
 * @param caller who asked
 * @param subject the key of the person who was found; null if nobody was
 */
public record AuditEntry(Instant at, Caller caller, Purpose purpose, @Nullable UUID subject) {}
