package io.vouchline.otp.delivery;

import io.vouchline.contract.key.Digest;
import java.nio.ByteBuffer;

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
        int number = ByteBuffer.wrap(Digest.of(message.toString())).getInt();
        return "%02d".formatted(Math.floorMod(number, COMBINATIONS));
    }
}
