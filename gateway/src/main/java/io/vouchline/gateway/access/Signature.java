package io.vouchline.gateway.access;

import java.util.Base64;
import java.util.Optional;

/**
 * What a signed request's {@code Authorization} header holds after {@code TSA}.
 *
 * @param customerId who says to have signed it
 * @param base64 the signature in Base64
 */
record Signature(String customerId, String base64) {

    private static final int LONGEST = 256;

    /** Reads {@code customer:signature}; empty if it is none. */
    static Optional<Signature> read(String text) {
        int colon = text.indexOf(':');
        return colon < 1 || text.length() > LONGEST
                ? Optional.empty()
                : Optional.of(new Signature(text.substring(0, colon), text.substring(colon + 1)))
                        .filter(Signature::isBase64);
    }

    /** The signature itself: however it is spelled, its bytes are the same. */
    byte[] bytes() {
        return Base64.getDecoder().decode(base64);
    }

    private boolean isBase64() {
        try {
            return bytes().length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "Signature[...]";
    }
}
