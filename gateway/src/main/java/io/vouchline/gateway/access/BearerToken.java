package io.vouchline.gateway.access;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.Optional;

/**
 * A JWT as somebody shows it (RFC 6750). What its header says is good for nothing but to find out
 * who is to verify it.
 *
 * @param text the token
 */
record BearerToken(String text) {

    static final String NAME = "Bearer";

    private static final int LONGEST = 8_192;

    static Optional<BearerToken> of(AccessRequest request) {
        return request.authorization(NAME).map(BearerToken::new);
    }

    /** The {@code typ} header; empty if there is none. */
    String type() {
        return header("typ");
    }

    /** The {@code kid} header; empty if there is none. */
    String keyId() {
        return header("kid");
    }

    private String header(String name) {
        int end = text.indexOf('.');
        if (end < 1 || text.length() > LONGEST) {
            return "";
        }
        try {
            byte[] header = Base64.getUrlDecoder().decode(text.substring(0, end));
            return new JsonObject(Buffer.buffer(header)).getValue(name) instanceof String value
                    ? value
                    : "";
        } catch (IllegalArgumentException | DecodeException e) {
            return "";
        }
    }

    @Override
    public String toString() {
        return "BearerToken[...]";
    }
}
