package io.vouchline.otp.securitykey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/**
 * How an authenticator app is told of a key: the Key Uri Format
 * (https://github.com/google/google-authenticator/wiki/Key-Uri-Format). It holds the secret.
 */
final class KeyUri {

    private KeyUri() {}

    static String of(KeySecret key, String issuer, String account) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=%s&digits=%d&period=%d"
                .formatted(
                        encoded(issuer),
                        encoded(account),
                        SecretText.base32(key.secret()),
                        encoded(issuer),
                        key.algorithm().name(),
                        key.digits(),
                        Totp.STEP.toSeconds());
    }

    /** Percent-encoded (RFC 3986): apps read a plus sign as itself. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
