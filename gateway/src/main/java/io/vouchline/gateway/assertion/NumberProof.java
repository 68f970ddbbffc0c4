package io.vouchline.gateway.assertion;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an assertion states of a number.
 *
 * @param number its hash
 * @param subject names the person for good; null if none is known
 * @param level 0 to 2
 * @param methods how it was proven (RFC 8176)
 * @param provenAt when
 */
public record NumberProof(
        String number,
        @Nullable String subject,
        int level,
        List<String> methods,
        Instant provenAt) {}
