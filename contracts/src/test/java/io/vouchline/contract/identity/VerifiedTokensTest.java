package io.vouchline.contract.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.contract.testing.Requirement;
import io.vouchline.contract.testing.Tokens;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private Instant now = Instant.now();
    private final VerifiedTokens tokens = new VerifiedTokens((InstantSource) () -> now);

    @Test
    void aTokenIsVerifiedOnceAndThenRemembered() throws Exception {
        String token = token();
        // Without settings nothing can be verified: the second answer comes from memory.
        assertSame(tokens.parse(token, settings(Audience.OTP)), tokens.parse(token, null));
    }

    @Test
    @Requirement(35)
    void aRememberedTokenDiesWhenItExpires() throws Exception {
        String token = token();
        assertEquals("bank", tokens.parse(token, settings(Audience.OTP)).getClaim("tenant"));
        now = now.plusSeconds(301);
        assertThrows(RuntimeException.class, () -> tokens.parse(token, null));
    }

    @Test
    @Requirement(35)
    void aTokenForAnotherServiceIsRefused() {
        assertThrows(ParseException.class, () -> tokens.parse(token(), settings(Audience.LOOKUP)));
    }

    @Test
    @Requirement(35)
    void aTokenOfAnotherTypeIsRefusedAndNotRemembered() {
        String token =
                Tokens.token(
                        Audience.OTP,
                        "bank",
                        "client",
                        claims -> {},
                        jws -> jws.setHeader("typ", "JWT"),
                        Scope.PASSCODES_CHECK);
        for (int i = 0; i < 2; i++) {
            assertThrows(ParseException.class, () -> tokens.parse(token, settings(Audience.OTP)));
        }
    }

    private static String token() {
        return Tokens.token(Audience.OTP, "bank", "client", Scope.PASSCODES_CHECK);
    }

    private static JWTAuthContextInfo settings(String audience) throws Exception {
        KeyFiles.signingKey();
        PublicJsonWebKey key =
                (PublicJsonWebKey)
                        new JsonWebKeySet(Files.readString(KeyFiles.verificationKeys()))
                                .getJsonWebKeys()
                                .getFirst();
        JWTAuthContextInfo settings =
                new JWTAuthContextInfo(key.getPublicKey(), InternalToken.ISSUER);
        settings.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
        settings.setExpectedAudience(Set.of(audience));
        return settings;
    }
}
