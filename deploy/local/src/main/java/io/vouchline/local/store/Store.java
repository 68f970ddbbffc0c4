package io.vouchline.local.store;

/**
 * A store that answers.
 *
 * @param address where it is
 * @param stop stops it if the fleet has started it; a server that was already there is left alone
 */
public record Store<A>(A address, Runnable stop) {

    static <A> Store<A> thatWasThere(A address) {
        return new Store<>(address, () -> {});
    }
}
