package io.vouchline.contract.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;

/**
 * Verifies each token once and remembers it until it expires: an ES256 check costs one to two
 * milliseconds, and the gateway sends the same token for minutes. At most 1,000 are remembered.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class VerifiedTokens extends JWTCallerPrincipalFactory {

    private final JWTCallerPrincipalFactory verifier = new DefaultJWTCallerPrincipalFactory();
    private final InstantSource clock;
    private final Cache<String, JWTCallerPrincipal> verified =
            Caffeine.newBuilder()
                    .maximumSize(1_000)
                    .expireAfterWrite(Duration.ofMinutes(15))
                    .build();

    /** Remembers by the system's clock. */
    public VerifiedTokens() {
        this(InstantSource.system());
    }

    VerifiedTokens(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo settings)
            throws ParseException {
        JWTCallerPrincipal known = verified.getIfPresent(token);
        if (known != null && isLive(known)) {
            return known;
        }
        JWTCallerPrincipal principal = verifier.parse(token, settings);
        if (!InternalToken.TYPE.equals(type(token))) {
            throw new ParseException("the token is of another type");
        }
        verified.put(token, principal);
        return principal;
    }

    private boolean isLive(JWTCallerPrincipal principal) {
        return principal.getExpirationTime() > clock.instant().getEpochSecond();
    }

    private static String type(String token) throws ParseException {
        try {
            byte[] header = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
            return new JsonObject(io.vertx.core.buffer.Buffer.buffer(header)).getString("typ", "");
        } catch (IllegalArgumentException | DecodeException | ClassCastException e) {
            throw new ParseException("the token's header cannot be read", e);
        }
    }
}
