package io.vouchline.risk.signal;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vouchline.contract.json.StrictJson;
import io.vouchline.risk.signal.Weights.Level;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the weights once, at start: the file that the institution names, or else the one that this
 * service carries. It is read as a tree, so that a native executable needs no reflection. Whether
 * the points fit the signals is told by {@link Tables}.
 */
final class WeightsFile {

    /**
     * Beyond it a probability differs from 0 or 1 by less than a thousandth of the scale's step.
     */
    static final double MOST_POINTS = 15;

    private static final String SETTING = "vouchline.weights.file";
    private static final String SHIPPED = "weights.json";
    private static final int LONGEST_VERSION = 64;
    private static final double LOWEST_FLOOR = 0.1;
    private static final double MOST_CODES = 1_000_000;
    private static final double MOST_SHARE = 10;
    private static final ObjectMapper MAPPER = StrictJson.strict(new ObjectMapper());

    @Produces
    @Singleton
    Weights weights(WeightsConfig config) {
        return config.file().map(WeightsFile::read).orElseGet(WeightsFile::shipped);
    }

    /** The weights that this service carries. */
    static Weights shipped() {
        try (InputStream in = WeightsFile.class.getResourceAsStream(SHIPPED)) {
            String json =
                    new String(
                            Objects.requireNonNull(in, SHIPPED).readAllBytes(),
                            StandardCharsets.UTF_8);
            return parse("the %s of this build".formatted(SHIPPED), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The weights in this file. */
    static Weights read(Path file) {
        String origin = SETTING + "=" + file;
        try {
            return parse(origin, Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "%s cannot be read (%s); name a readable file in UTF-8 or remove the setting"
                            .formatted(origin, e.getClass().getSimpleName()),
                    e);
        }
    }

    /** The weights in this text; messages call it by its origin. */
    static Weights parse(String origin, String json) {
        Members all =
                Members.of(origin, tree(origin, json))
                        .exactly(Set.of("version", "prior", "budget", "signals"));
        return new Weights(
                origin,
                all.text("version", LONGEST_VERSION),
                all.number("prior", -MOST_POINTS, MOST_POINTS),
                budgets(all.object("budget")),
                signals(all.object("signals")));
    }

    private static JsonNode tree(String origin, String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            throw Members.unusable(
                    origin,
                    "line %d is not as JSON demands (%s); correct it"
                            .formatted(
                                    place == null ? 1 : place.getLineNr(),
                                    firstLine(e.getOriginalMessage())));
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("no reason given");
    }

    private static Map<Level, Budget> budgets(Members levels) {
        Members known =
                levels.exactly(
                        Arrays.stream(Level.values())
                                .map(WeightsFile::name)
                                .collect(Collectors.toSet()));
        Map<Level, Budget> budgets = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            budgets.put(level, budget(known.object(name(level))));
        }
        return Map.copyOf(budgets);
    }

    private static Budget budget(Members level) {
        Members known = level.exactly(Set.of("floor_hour", "floor_day", "share_hour", "share_day"));
        return new Budget(
                known.number("floor_hour", LOWEST_FLOOR, MOST_CODES),
                known.number("floor_day", LOWEST_FLOOR, MOST_CODES),
                known.number("share_hour", 0, MOST_SHARE),
                known.number("share_day", 0, MOST_SHARE));
    }

    private static String name(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Map<String, Double>> signals(Members signals) {
        Map<String, Map<String, Double>> all = new LinkedHashMap<>();
        for (String name : signals.names()) {
            all.put(name, points(signals.object(name)));
        }
        return Map.copyOf(all);
    }

    private static Map<String, Double> points(Members signal) {
        Map<String, Double> points = new LinkedHashMap<>();
        for (String name : signal.names()) {
            points.put(name, signal.number(name, -MOST_POINTS, MOST_POINTS));
        }
        return Map.copyOf(points);
    }
}
