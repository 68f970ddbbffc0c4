package io.vouchline.gateway.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * A value that belongs to a call. A call has one of each slot: a later one replaces it, whatever
 * its name.
 *
 * @param name as widgets use it
 */
public record Variable(Slot slot, String name, JsonNode value) {

    /** Where a value comes from. */
    public enum Slot {
        /** The caller keyed it in. */
        KEYPAD,
        /** A look-up answered it. */
        CUSTOMER;

        String field() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return "Variable[" + name + "]";
    }
}
