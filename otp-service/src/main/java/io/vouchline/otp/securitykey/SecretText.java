package io.vouchline.otp.securitykey;

/** Secrets as authenticator apps read them: Base32 (RFC 4648 section 6) without padding. */
final class SecretText {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private SecretText() {}

    static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int waiting = 0;
        int bits = 0;
        for (byte next : bytes) {
            waiting = ((waiting << Byte.SIZE) | (next & 0xff)) & 0xfff;
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(letter(waiting >> bits));
            }
        }
        if (bits > 0) {
            text.append(letter(waiting << (BITS - bits)));
        }
        return text.toString();
    }

    private static char letter(int value) {
        return ALPHABET.charAt(value & 0x1f);
    }
}
