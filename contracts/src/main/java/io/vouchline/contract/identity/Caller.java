package io.vouchline.contract.identity;

import io.vouchline.contract.problem.ProblemType;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a request comes, as the verified token tells: never as the request's own body or
 * headers tell.
 *
 * @param tenant the institution: it owns customers, counters and lists
 * @param client the tenant's platform account
 * @param agent the person at the platform who asks; null if no person does
 */
public record Caller(String tenant, String client, @Nullable String agent) {

    /**
     * The caller that this verified token names.
     *
     * @throws io.vouchline.contract.problem.ProblemException 403, if it names no tenant or client
     */
    public static Caller of(JsonWebToken token) {
        return new Caller(
                required(token, InternalToken.TENANT),
                required(token, InternalToken.CLIENT),
                token.getClaim(InternalToken.AGENT) instanceof String agent ? agent : null);
    }

    private static String required(JsonWebToken token, String claim) {
        if (token.getClaim(claim) instanceof String value && !value.isEmpty()) {
            return value;
        }
        throw ProblemType.FORBIDDEN.exception("The token names no " + claim + ".");
    }
}
