package io.vouchline.contract.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** What published standards ask of a system like this one: requirements.tsv beside this class. */
public final class Requirements {

    private Requirements() {}

    /**
     * One of them.
     *
     * @param number what {@link Requirement} names it by, from 1
     * @param area the part of the system that it is about
     * @param text what is required
     * @param source the standards and their sections
     */
    public record Line(int number, String area, String text, String source) {}

    /** All of them, in the order of their numbers. */
    public static List<Line> all() {
        try (InputStream in = Requirements.class.getResourceAsStream("requirements.tsv")) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .skip(1)
                    .map(Requirements::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line read(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != 4) {
            throw new IllegalStateException("requirements.tsv: not four fields: " + line);
        }
        return new Line(Integer.parseInt(fields[0]), fields[1], fields[2], fields[3]);
    }
}
