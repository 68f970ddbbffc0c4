package io.vouchline.gateway.session;

import io.vouchline.contract.key.Digest;

/**
 * A turn as it is remembered.
 *
 * @param name of its id
 * @param content of its kind and value
 */
record TakenTurn(String name, String content) {

    /** Enough to tell the turns of one session apart. */
    private static final int DIGITS = 32;

    static TakenTurn of(SessionTurn turn) {
        return new TakenTurn(
                digest(turn.id()), digest(turn.turn().kind() + "\n" + turn.turn().value()));
    }

    private static String digest(String text) {
        return Digest.hex(text).substring(0, DIGITS);
    }
}
