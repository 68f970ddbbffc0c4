package io.vouchline.risk.outcome;

import io.vouchline.contract.number.Place;
import io.vouchline.risk.history.HistoryStore.Event;
import io.vouchline.risk.history.HistoryStore.Happening;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads otp-service's outcome events: which of them say something of a number, and what. */
final class OutcomeEvents {

    private static final Pattern HASH = Pattern.compile("[0-9A-F]{32}");

    /** A code by mail costs next to nothing and says nothing of the phone. */
    private static final Set<String> PHONE_CHANNELS = Set.of("SMS", "VOICE");

    private OutcomeEvents() {}

    /**
     * What the event says; empty if it says nothing of a number.
     *
     * @param oldest what happened before it is late
     * @throws IllegalArgumentException if it is none of otp-service's
     */
    static Optional<Happening> read(Map<String, String> fields, Instant oldest) {
        return event(field(fields, "event"))
                .filter(event -> isWrong(event) || isByPhone(fields))
                .filter(event -> isWrong(event) || isOurs(fields))
                .map(event -> happening(event, fields, oldest));
    }

    private static Optional<Event> event(String name) {
        return switch (name) {
            case "sent" -> Optional.of(Event.SENT);
            case "undelivered" -> Optional.of(Event.UNDELIVERED);
            case "verified" -> Optional.of(Event.VERIFIED);
            case "wrong" -> Optional.of(Event.WRONG);
            case "locked" -> Optional.of(Event.LOCKED);
            default -> Optional.empty();
        };
    }

    /** Whoever guesses does so by any channel. */
    private static boolean isWrong(Event event) {
        return event == Event.WRONG || event == Event.LOCKED;
    }

    private static boolean isByPhone(Map<String, String> fields) {
        return PHONE_CHANNELS.contains(field(fields, "channel"));
    }

    /** What the platform made or was told proves nothing, and does not come back for a check. */
    private static boolean isOurs(Map<String, String> fields) {
        return !isTrue(fields, "revealed") && !isTrue(fields, "supplied");
    }

    private static Happening happening(Event event, Map<String, String> fields, Instant oldest) {
        Instant at = Instant.ofEpochMilli(Long.parseLong(field(fields, "at")));
        return new Happening(
                id(event, fields),
                event,
                at,
                field(fields, "tenant"),
                field(fields, "client"),
                matching(HASH, field(fields, "number")),
                Place.ofText(field(fields, "prefix")),
                at.isBefore(oldest));
    }

    /** A code that goes out again, or by another channel, is still one code to be verified. */
    private static String id(Event event, Map<String, String> fields) {
        return event == Event.SENT ? field(fields, "reference") + "-sent" : field(fields, "id");
    }

    private static boolean isTrue(Map<String, String> fields, String name) {
        return Boolean.parseBoolean(fields.get(name));
    }

    private static String field(Map<String, String> fields, String name) {
        return Objects.requireNonNullElseGet(
                fields.get(name),
                () -> {
                    throw new IllegalArgumentException("an event has no " + name);
                });
    }

    private static String matching(Pattern pattern, String text) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("an event has a field of an unknown form");
        }
        return text;
    }
}
