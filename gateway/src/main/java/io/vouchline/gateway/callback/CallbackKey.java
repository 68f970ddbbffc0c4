package io.vouchline.gateway.callback;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a client's reports are signed with, as Telesign signs its own: HMAC-SHA256 of the body, by
 * the API key's bytes.
 *
 * @param customerId what the client knows itself by
 */
record CallbackKey(String customerId, SecretKey key) {

    private static final String ALGORITHM = "HmacSHA256";

    /**
     * Of an API key in Base64.
     *
     * @throws IllegalArgumentException if it is none
     */
    static CallbackKey of(String customerId, String apiKey) {
        byte[] bytes = Base64.getDecoder().decode(apiKey);
        return new CallbackKey(customerId, new SecretKeySpec(bytes, ALGORITHM));
    }

    /** The signature of these bytes, in Base64. */
    String sign(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    @Override
    public String toString() {
        return "CallbackKey[" + customerId + "]";
    }
}
