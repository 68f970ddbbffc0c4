package io.vouchline.gateway.utterance;

/** The century of a year of which two digits were told. */
@FunctionalInterface
interface Century {

    /** The year. */
    int year(int twoDigits);

    /** Of a birth: the last such year that is not to come. */
    static Century ofBirth(int thisYear) {
        return twoDigits -> thisYear - Math.floorMod(thisYear - twoDigits, 100);
    }

    /** Of a card's expiry. */
    static Century ofExpiry() {
        return twoDigits -> 2000 + twoDigits;
    }
}
