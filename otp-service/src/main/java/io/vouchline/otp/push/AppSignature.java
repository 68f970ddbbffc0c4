package io.vouchline.otp.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Verifies the signatures of Standard Webhooks ({@code v1}, HMAC-SHA-256). */
final class AppSignature {

    /** How far the app's clock may be off, and how old an answer may be. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final String HMAC = "HmacSHA256";
    private static final int FEWEST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final int MOST_SECRETS = 2;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    private final List<SecretKeySpec> secrets;

    private AppSignature(List<SecretKeySpec> secrets) {
        this.secrets = secrets;
    }

    /**
     * With the secrets in this file: one, or during a rotation two, as {@code whsec_<base64>}, one
     * a line.
     *
     * @throws IllegalStateException naming the setting, never what stands in the file
     */
    static AppSignature read(String setting, Path file) {
        try {
            List<SecretKeySpec> secrets =
                    Files.readAllLines(file).stream()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .map(AppSignature::secret)
                            .toList();
            if (secrets.isEmpty() || secrets.size() > MOST_SECRETS) {
                throw new IllegalArgumentException("it holds none, or more than two");
            }
            return new AppSignature(secrets);
        } catch (IOException | IllegalArgumentException e) {
            // Without the cause: a message could repeat a part of the secret.
            throw new IllegalStateException(
                    "%s=%s is not usable; mount one or two lines of whsec_ and 24 to 64 bytes in Base64"
                            .formatted(setting, file));
        }
    }

    private static SecretKeySpec secret(String line) {
        byte[] bytes =
                Base64.getDecoder()
                        .decode(line.startsWith(PREFIX) ? line.substring(PREFIX.length()) : "");
        if (bytes.length < FEWEST_BYTES || bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException("a secret of a wrong length");
        }
        return new SecretKeySpec(bytes, HMAC);
    }

    /** Whether one of the secrets signed this, within 5 minutes of now. */
    boolean verify(String id, String timestamp, String body, String header, Instant now) {
        if (!isOfNow(timestamp, now)) {
            return false;
        }
        boolean holds = false;
        for (SecretKeySpec secret : secrets) {
            byte[] right = signature(secret, String.join(".", id, timestamp, body));
            for (String told : header.split(" ", -1)) {
                // All are compared: the time tells nothing of which one it was.
                holds |= MessageDigest.isEqual(right, told.getBytes(UTF_8));
            }
        }
        return holds;
    }

    private static boolean isOfNow(String timestamp, Instant now) {
        return SECONDS.matcher(timestamp).matches()
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                                .abs()
                                .compareTo(TOLERANCE)
                        <= 0;
    }

    private static byte[] signature(SecretKeySpec secret, String signed) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(secret);
            String code = Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
            return (VERSION + code).getBytes(UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }
}
