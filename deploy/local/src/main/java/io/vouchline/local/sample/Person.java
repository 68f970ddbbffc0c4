package io.vouchline.local.sample;

import io.vouchline.local.sample.Names.Name;

/**
 * Who a customer is.
 *
 * @param suffix behind the name; empty for nearly everybody
 * @param sharesPhone whether the phone is the one of the customer before, who is a relative then
 */
record Person(Name first, Name last, String suffix, boolean sharesPhone) {

    static Person of(long seed, long index) {
        Draws draws = Draws.of(seed, index, Draws.Subject.PERSON);
        // Only every second customer: so nobody shares with one who shares.
        boolean shares = index % 2 == 1 && draws.chance(2);
        Name first = draws.oneOf(Names.FIRST);
        Name last = draws.oneOf(Names.LAST);
        // With a comma, since files of real customers hold such names too.
        String suffix = draws.chance(1) ? ", Jr." : "";
        return new Person(first, shares ? of(seed, index - 1).last() : last, suffix, shares);
    }

    String name() {
        return first.text() + " " + last.text() + suffix;
    }
}
