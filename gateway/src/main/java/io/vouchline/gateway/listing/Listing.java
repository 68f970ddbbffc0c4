package io.vouchline.gateway.listing;

import io.vouchline.contract.risk.ListApi.ListKind;

/**
 * How adding a number ended.
 *
 * @param listed true: the number is on the list now, whether or not it was before
 * @param list deny or allow
 */
public record Listing(boolean listed, String list) {

    static Listing on(ListKind list) {
        return new Listing(true, WritableList.name(list));
    }
}
