package io.vouchline.gateway;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.contract.problem.ProblemException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The one failure that a parser of a dialect may have, and what it may tell. */
public final class Refusals {

    /** No sentence of ours holds a number as long as a code: it would be the caller's. */
    private static final Pattern LIKE_A_CODE = Pattern.compile("[0-9]{4}");

    private Refusals() {}

    /**
     * What a parser reads; empty if it refuses with a problem. Any other failure of it is one of
     * the test.
     */
    public static <T> Optional<T> unlessRefused(Supplier<T> parser) {
        try {
            return Optional.of(parser.get());
        } catch (ProblemException e) {
            int status = e.problem().status();
            String detail = String.valueOf(e.problem().detail());
            assertTrue(status >= 400 && status < 500, "refused with " + status);
            assertFalse(detail.isBlank(), "refused without a reason");
            assertFalse(LIKE_A_CODE.matcher(detail).find(), () -> "repeated in: " + detail);
            return Optional.empty();
        }
    }
}
