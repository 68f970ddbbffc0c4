package io.vouchline.gateway.decision;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Whose decisions are to be told.
 *
 * @param phoneNumber with or without its country code
 */
record DecisionsQuestion(@NotNull @Size(max = 64) String phoneNumber) {

    @Override
    public String toString() {
        return "DecisionsQuestion[...]";
    }
}
