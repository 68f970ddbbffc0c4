package io.vouchline.gateway.conversation;

import org.jspecify.annotations.Nullable;

/**
 * What a caller has begun to tell, and what is under way.
 *
 * @param callingCode the country calling code that was told
 * @param number the number that was told, in E.164 form
 * @param year of a birth date or a card's expiry, with its century
 * @param reference of the code that was sent, or the approval that was asked for
 * @param way how the code went
 */
public record Draft(
        @Nullable String callingCode,
        @Nullable String number,
        @Nullable Integer year,
        @Nullable Integer month,
        @Nullable Integer day,
        @Nullable String reference,
        @Nullable Way way) {

    static final Draft EMPTY = new Draft(null, null, null, null, null, null, null);

    Draft country(@Nullable String code) {
        return new Draft(code, number, year, month, day, reference, way);
    }

    Draft number(@Nullable String e164) {
        return new Draft(callingCode, e164, year, month, day, reference, way);
    }

    Draft date(@Nullable Integer y, @Nullable Integer m, @Nullable Integer d) {
        return new Draft(callingCode, number, y, m, d, reference, way);
    }

    Draft by(Way chosen) {
        return new Draft(callingCode, number, year, month, day, reference, chosen);
    }

    Draft sent(String newReference) {
        return new Draft(callingCode, number, year, month, day, newReference, way);
    }

    @Override
    public String toString() {
        return "Draft[...]";
    }
}
