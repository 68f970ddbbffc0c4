package io.vouchline.otp.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The two keys that a callee has to press, at the first try, before a call tells its code. They
 * differ from call to call: a voicemail greeting that plays tones (M. Vigo, DEF CON 26) hits them
 * once in a hundred calls.
 */
final class ListenerKey {

    /** How many keys there are. */
    static final int LENGTH = 2;

    private static final int COMBINATIONS = 100;

    private ListenerKey() {}

    /** The keys of this message's call: the same whoever asks, drawn from its name. */
    static String of(MessageId message) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(message.toString().getBytes(UTF_8));
            return "%02d".formatted(Math.floorMod(ByteBuffer.wrap(digest).getInt(), COMBINATIONS));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
