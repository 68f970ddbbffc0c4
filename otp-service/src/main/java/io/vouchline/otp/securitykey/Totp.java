package io.vouchline.otp.securitykey;

import io.vouchline.contract.otp.SecurityKeyApi.Algorithm;
import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords (RFC 6238) on counter-based ones (RFC 4226). */
final class Totp {

    /** How long a time step lasts (RFC 6238 section 5.2). */
    static final Duration STEP = Duration.ofSeconds(30);

    private Totp() {}

    /** The time step of a moment, counted from 1970 with 64 bits. */
    static long step(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), STEP.toSeconds());
    }

    /** What a key shows in a time step: the key's digits, leading zeros kept. */
    static String shown(KeySecret key, long step) {
        byte[] mac = mac(key.algorithm(), key.secret(), step);
        int offset = mac[mac.length - 1] & 0x0f;
        int truncated = ByteBuffer.wrap(mac).getInt(offset) & 0x7fff_ffff;
        String digits = Integer.toString(truncated % powerOfTen(key.digits()));
        return "0".repeat(key.digits() - digits.length()) + digits;
    }

    private static byte[] mac(Algorithm algorithm, byte[] secret, long step) {
        String name = "Hmac" + algorithm.name();
        try {
            Mac mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(secret, name));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + name, e);
        }
    }

    private static int powerOfTen(int digits) {
        int power = 1;
        for (int i = 0; i < digits; i++) {
            power *= 10;
        }
        return power;
    }
}
