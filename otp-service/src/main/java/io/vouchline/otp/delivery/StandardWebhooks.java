package io.vouchline.otp.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs and verifies messages between two machines as <a
 * href="https://www.standardwebhooks.com">Standard Webhooks</a> says: HMAC-SHA256 over id,
 * timestamp and body, with each of the secrets that are live.
 */
public final class StandardWebhooks {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final int SHORTEST_SECRET = 24;
    private static final int LONGEST_SECRET = 64;
    private static final int MOST_SIGNATURES = 10;

    /** Older or younger messages are not taken: they may be repeated ones. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final List<SecretKeySpec> secrets;

    private StandardWebhooks(List<SecretKeySpec> secrets) {
        this.secrets = secrets;
    }

    /**
     * With the secrets in this file: one, or during a rotation two, as {@code whsec_<base64>}, one
     * a line.
     *
     * @param setting names the file, for the message of a failure
     * @throws IllegalStateException if there is none, or it is not of that form or of 24 to 64
     *     bytes
     */
    public static StandardWebhooks read(String setting, Path file) {
        return new StandardWebhooks(
                SecretLines.read(setting, file).stream().map(line -> key(setting, line)).toList());
    }

    private static SecretKeySpec key(String setting, String line) {
        try {
            byte[] bytes =
                    Base64.getDecoder()
                            .decode(line.startsWith(PREFIX) ? line.substring(PREFIX.length()) : "");
            if (bytes.length >= SHORTEST_SECRET && bytes.length <= LONGEST_SECRET) {
                return new SecretKeySpec(bytes, ALGORITHM);
            }
        } catch (IllegalArgumentException e) {
            // Told below, without the secret.
        }
        throw new IllegalStateException(
                setting
                        + " names a file with something else than whsec_ and 24 to 64 bytes in Base64; mount one");
    }

    /** The value of the {@code webhook-signature} header: one signature for each secret. */
    public String sign(String id, Instant at, String body) {
        String signed = signed(id, Long.toString(at.getEpochSecond()), body);
        return secrets.stream()
                .map(secret -> VERSION + Base64.getEncoder().encodeToString(mac(secret, signed)))
                .collect(Collectors.joining(" "));
    }

    /**
     * Whether one of the secrets signed this, within 5 minutes of now.
     *
     * @param timestamp the {@code webhook-timestamp} header: seconds since 1970
     * @param header the {@code webhook-signature} header: signatures with blanks between them, of
     *     which those of other versions are passed over
     */
    public boolean verify(String id, String timestamp, String body, String header, Instant now) {
        if (!isRecent(timestamp, now)) {
            return false;
        }
        String signed = signed(id, timestamp, body);
        boolean good = false;
        for (SecretKeySpec secret : secrets) {
            byte[] right = Base64.getEncoder().encode(mac(secret, signed));
            for (String signature : header.split(" ", MOST_SIGNATURES)) {
                // All are compared: the time tells nothing of which one it was.
                good |=
                        signature.startsWith(VERSION)
                                && MessageDigest.isEqual(
                                        right,
                                        signature.substring(VERSION.length()).getBytes(US_ASCII));
            }
        }
        return good;
    }

    private static boolean isRecent(String timestamp, Instant now) {
        return timestamp.matches("[0-9]{1,12}")
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                                .abs()
                                .compareTo(TOLERANCE)
                        <= 0;
    }

    private static String signed(String id, String timestamp, String body) {
        return id + '.' + timestamp + '.' + body;
    }

    private static byte[] mac(SecretKeySpec secret, String signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal(signed.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
