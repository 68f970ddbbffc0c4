package io.vouchline.gateway.access;

import io.vouchline.contract.key.Digest;

/**
 * A key as it is kept in memory: its SHA-256. Keys are random and long, so the hash cannot be
 * turned round; and looking one up by its hash tells nothing by the time it takes.
 *
 * @param hash in hexadecimal
 */
record Secret(String hash) {

    static Secret of(String key) {
        return new Secret(Digest.hex(key));
    }

    @Override
    public String toString() {
        return "Secret[...]";
    }
}
