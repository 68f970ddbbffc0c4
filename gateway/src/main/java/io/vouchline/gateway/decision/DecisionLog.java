package io.vouchline.gateway.decision;

import io.vouchline.gateway.decision.Repetitions.Kind;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The record of decisions: one line each in the category {@code io.vouchline.decision}, as words
 * {@code name=value}. In JSON the same stand below {@code mdc}, each as {@code decision.name}.
 */
@Singleton
final class DecisionLog {

    static final String CATEGORY = "io.vouchline.decision";

    private static final Logger LOGGER = Logger.getLogger(CATEGORY);
    private static final String PREFIX = "decision.";

    private final Repetitions repetitions = new Repetitions();

    /** Writes it down; of what anybody can cause, as much as {@link Repetitions} lets pass. */
    void write(Decision decision) {
        OptionalLong held =
                isAnybodys(decision)
                        ? repetitions.passes(
                                new Kind(
                                        decision.dialect(),
                                        decision.operation(),
                                        decision.status()),
                                decision.at())
                        : OptionalLong.of(0);
        held.ifPresent(count -> write(words(decision, count)));
    }

    private static boolean isAnybodys(Decision decision) {
        return decision.tenant() == null && decision.outcome() != Outcome.TOLD;
    }

    private static void write(Map<String, String> words) {
        words.forEach((name, value) -> MDC.put(PREFIX + name, value));
        try {
            LOGGER.info(
                    words.entrySet().stream()
                            .map(word -> word.getKey() + "=" + word.getValue())
                            .collect(Collectors.joining(" ")));
        } finally {
            words.keySet().forEach(name -> MDC.remove(PREFIX + name));
        }
    }

    /** What is told, in this order. */
    static Map<String, String> words(Decision decision, long held) {
        Map<String, String> words = new LinkedHashMap<>();
        put(words, "tenant", decision.tenant());
        put(words, decision.operator() ? "operator" : "client", decision.client());
        put(words, "dialect", decision.dialect());
        put(words, "operation", decision.operation());
        put(words, "outcome", decision.outcome().name().toLowerCase(Locale.ROOT));
        put(words, "reason", decision.reason());
        put(words, "status", Integer.toString(decision.status()));
        put(words, "correlation_id", decision.correlationId());
        put(words, "subject", decision.subject());
        put(words, "subject_hash", decision.subjectHash());
        put(words, "reference", decision.reference());
        put(words, "duration_ms", Long.toString(decision.durationMs()));
        put(words, "held_back", held == 0 ? null : Long.toString(held));
        return words;
    }

    /** An operator's name is in a token: what could end a word or a line is no part of it here. */
    private static void put(Map<String, String> words, String name, @Nullable String value) {
        if (value != null) {
            words.put(name, value.replaceAll("[^A-Za-z0-9+*@:._-]", "?"));
        }
    }
}
