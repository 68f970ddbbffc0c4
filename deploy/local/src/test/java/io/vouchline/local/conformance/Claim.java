package io.vouchline.local.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/**
 * How far the tests are to show a requirement: a line of claims.tsv.
 *
 * @param requirement its number
 * @param extent whether they are to show it
 * @param note what they do not show, and why; empty if they show all
 */
record Claim(int requirement, Extent extent, String note) {

    /** How much of a requirement is claimed to be shown. */
    enum Extent {
        /** All of it. */
        ALL,
        /** A part; the note says what is missing. */
        PART,
        /** Nothing: it is a matter of organization, or comes later. */
        NONE
    }

    /** The claims that are checked in. */
    static List<Claim> all() {
        try (InputStream in = Claim.class.getResourceAsStream("/conformance/claims.tsv")) {
            return new String(in.readAllBytes(), UTF_8).lines().skip(1).map(Claim::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Claim read(String line) {
        String[] fields = line.split("\t", -1);
        return new Claim(
                Integer.parseInt(fields[0]),
                Extent.valueOf(fields[1].toUpperCase(Locale.ROOT)),
                fields[2]);
    }

    /** Whether a test has to show at least a part of it. */
    boolean wantsTests() {
        return extent != Extent.NONE;
    }
}
