package io.vouchline.local.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs and verifies messages as <a href="https://www.standardwebhooks.com">Standard Webhooks</a>
 * says: HMAC-SHA256 over id, time and body.
 */
public final class WebhookSignature {

    static final String ID = "webhook-id";
    static final String TIMESTAMP = "webhook-timestamp";
    static final String SIGNATURE = "webhook-signature";

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final SecretKeySpec secret;

    /** With a secret of the form {@code whsec_<base64>}. */
    public WebhookSignature(String secret) {
        String encoded = secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : "";
        this.secret = new SecretKeySpec(Base64.getDecoder().decode(encoded), ALGORITHM);
    }

    /** The value of the signature's header. */
    String of(String id, Instant at, String body) {
        return signature(id, Long.toString(at.getEpochSecond()), body);
    }

    /** Whether one of the signatures in the header is good, and the time about now. */
    boolean isGood(String id, String timestamp, String body, String header, Instant now) {
        byte[] right = signature(id, timestamp, body).getBytes(UTF_8);
        return isAbout(now, timestamp)
                && Arrays.stream(header.split(" ", -1))
                        .anyMatch(given -> MessageDigest.isEqual(right, given.getBytes(UTF_8)));
    }

    private static boolean isAbout(Instant now, String timestamp) {
        return timestamp.matches("[0-9]{1,12}")
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                                .abs()
                                .compareTo(TOLERANCE)
                        <= 0;
    }

    private String signature(String id, String timestamp, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            byte[] signed = String.join(".", id, timestamp, body).getBytes(UTF_8);
            return VERSION + Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no " + ALGORITHM, e);
        }
    }
}
