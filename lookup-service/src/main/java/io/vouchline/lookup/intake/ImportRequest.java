package io.vouchline.lookup.intake;

import io.vouchline.contract.problem.ProblemType;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a load is asked to be, as the request says it.
 *
 * @param key the load's name; one is made if there is none
 */
record ImportRequest(
        @QueryParam("mode") @DefaultValue("delta") String mode,
        @QueryParam("dry_run") @DefaultValue("false") String dryRun,
        @QueryParam("force") @DefaultValue("false") String force,
        @QueryParam("rewrite") @DefaultValue("false") String rewrite,
        @HeaderParam("Idempotency-Key") @Nullable String key) {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}");

    /**
     * The load's name.
     *
     * @throws io.vouchline.contract.problem.ProblemException 400, if it is none
     */
    String id() {
        if (key == null) {
            return UUID.randomUUID().toString();
        }
        if (!KEY.matcher(key).matches()) {
            throw ProblemType.MALFORMED.exception(
                    "Idempotency-Key has 1 to 64 letters, digits, hyphens, underscores or, not as the first, dots.");
        }
        return key;
    }

    /**
     * A name that a load may have.
     *
     * @throws io.vouchline.contract.problem.ProblemException 404, if none can have it
     */
    static String known(String id) {
        if (!KEY.matcher(id).matches()) {
            throw ProblemType.NOT_FOUND.exception("There is no such load.");
        }
        return id;
    }

    /**
     * How it is carried out.
     *
     * @throws io.vouchline.contract.problem.ProblemException 400, if a parameter is not literally
     *     one of its values
     */
    ImportOptions options() {
        return new ImportOptions(
                mode(mode),
                flag("dry_run", dryRun),
                flag("force", force),
                flag("rewrite", rewrite));
    }

    private static ImportMode mode(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "delta" -> ImportMode.DELTA;
            case "full" -> ImportMode.FULL;
            default -> throw ProblemType.MALFORMED.exception("mode is delta or full.");
        };
    }

    /** What was meant to be a dry run must never be a real one for a slip of the pen. */
    private static boolean flag(String name, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ProblemType.MALFORMED.exception(name + " is true or false.");
        };
    }
}
