package io.vouchline.gateway.access;

import java.util.Locale;

/**
 * What a client presents: a key in a header, or an id and a key.
 *
 * @param place where it stands: a header's name in lower case, or one that no header can have
 * @param id the id beside the key; empty in a header
 */
record Credential(String place, String id, Secret secret) {

    private static final String CUSTOMER = "(customer)";
    private static final String TOKENS = "(tokens)";

    static Credential inHeader(String header, String key) {
        return new Credential(header.toLowerCase(Locale.ROOT), "", Secret.of(key));
    }

    static Credential ofCustomer(String customerId, String key) {
        return new Credential(CUSTOMER, customerId, Secret.of(key));
    }

    static Credential forTokens(String id, String key) {
        return new Credential(TOKENS, id, Secret.of(key));
    }

    boolean isForTokens() {
        return place.equals(TOKENS);
    }
}
