package io.vouchline.local;

import static java.util.stream.Collectors.toMap;

import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app of a caller (RFC 6238), as it reads an otpauth URI. */
record AuthenticatorApp(String secret, String algorithm, int digits, int period) {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int STEP_SECONDS = 30;
    private static final int YOUNG_SECONDS = 15;

    static AuthenticatorApp of(String uri) {
        Map<String, String> query =
                Arrays.stream(URI.create(uri).getQuery().split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(toMap(pair -> pair[0], pair -> pair[1]));
        return new AuthenticatorApp(
                query.get("secret"),
                query.get("algorithm"),
                Integer.parseInt(query.get("digits")),
                Integer.parseInt(query.get("period")));
    }

    /** The present time step. */
    static long step() {
        return Instant.now().getEpochSecond() / STEP_SECONDS;
    }

    /** Returns in the first half of a step, so that the test's next requests come within it. */
    static void awaitYoungStep() {
        while (Instant.now().getEpochSecond() % STEP_SECONDS >= YOUNG_SECONDS) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    String shown(long step) {
        if (period != STEP_SECONDS) {
            throw new AssertionError("a step has 30 s");
        }
        try {
            Mac mac = Mac.getInstance("Hmac" + algorithm);
            mac.init(new SecretKeySpec(decoded(), mac.getAlgorithm()));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fffffff;
            return ("%0" + digits + "d").formatted(number % (int) Math.pow(10, digits));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** RFC 4648 base 32: five bits a letter. */
    private byte[] decoded() {
        ByteBuffer bytes = ByteBuffer.allocate(secret.length() * 5 / 8);
        int buffer = 0;
        int bits = 0;
        for (int i = 0; i < secret.length(); i++) {
            buffer = (buffer << 5 | BASE32.indexOf(secret.charAt(i))) & 0xfff;
            bits += 5;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.put((byte) (buffer >> bits));
            }
        }
        return bytes.array();
    }
}
