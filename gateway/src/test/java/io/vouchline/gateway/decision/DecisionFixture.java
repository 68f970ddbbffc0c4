package io.vouchline.gateway.decision;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decisions for tests, and JSON as the service writes it. */
final class DecisionFixture {

    static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private DecisionFixture() {}

    static ObjectMapper mapper() {
        return new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    }

    static Decision decision(String tenant, @Nullable String hash, String id, long durationMs) {
        return new Decision(
                Instant.parse("2026-11-22T10:00:00Z"),
                tenant,
                "web",
                false,
                "dialogflow",
                "send_otp",
                Outcome.NOT_SENT,
                "recently_changed",
                200,
                id,
                "+1********00",
                hash,
                null,
                durationMs);
    }
}
