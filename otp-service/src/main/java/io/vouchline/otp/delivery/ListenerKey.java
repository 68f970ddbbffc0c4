package io.vouchline.otp.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The key that a callee has to press before a call tells its code. It differs from call to call: a
 * voicemail greeting that plays tones has no one tone that always fits (M. Vigo, DEF CON 26).
 */
final class ListenerKey {

    /** How many keys a call takes: the right one must be among them. */
    static final int MOST_PRESSED = 3;

    private ListenerKey() {}

    /** The key of this message's call, 0 to 9: the same whoever asks, drawn from its name. */
    static int of(MessageId message) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(message.toString().getBytes(UTF_8));
            return ((digest[0] & 0xFF) << 8 | (digest[1] & 0xFF)) % 10;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
