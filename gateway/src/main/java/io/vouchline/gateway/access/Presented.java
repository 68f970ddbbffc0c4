package io.vouchline.gateway.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;

/**
 * HTTP Basic credentials (RFC 7617).
 *
 * @param user the customer id
 * @param password the key
 */
record Presented(String user, String password) {

    private static final String SCHEME = "basic ";

    /**
     * Reads an {@code Authorization} header. Besides RFC 7617, customer id and key are taken as
     * they are: the Telesign document's own sample sends them so, and as Base64 has no ":" the two
     * forms cannot be confused.
     */
    static Optional<Presented> read(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String credential = authorization.substring(SCHEME.length()).strip();
        return credential.indexOf(':') < 0 ? decoded(credential) : split(credential);
    }

    private static Optional<Presented> decoded(String credential) {
        try {
            return split(new String(Base64.getDecoder().decode(credential), UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Presented> split(String credential) {
        int colon = credential.indexOf(':');
        return colon < 1
                ? Optional.empty()
                : Optional.of(
                        new Presented(
                                credential.substring(0, colon), credential.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return "Presented[...]";
    }
}
