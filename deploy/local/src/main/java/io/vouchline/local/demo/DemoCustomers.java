package io.vouchline.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vouchline.local.key.RandomText;
import io.vouchline.local.report.StartFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jose4j.jwk.PublicJsonWebKey;

/** Loads the customers of the demo bank through the lookup service's own door. */
public final class DemoCustomers {

    private static final String FILE = "customers.ndjson";
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);
    private static final int OK = 200;
    private static final int EXCERPT = 300;
    private static final int KEY_BYTES = 12;

    private DemoCustomers() {}

    /**
     * Loads them, which changes nothing where they are already there, and returns how many they
     * are.
     */
    public static int load(String lookupUrl, PublicJsonWebKey signer, HttpClient http)
            throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(lookupUrl + "/v1/customers:import"))
                        .timeout(ANSWER_LIMIT)
                        .header("Content-Type", "application/x-ndjson")
                        .header("Idempotency-Key", "demo-" + RandomText.urlSafe(KEY_BYTES))
                        .header(
                                "Authorization",
                                "Bearer "
                                        + OperatorToken.forImport(signer, OperatorToken.DEMO_BANK))
                        .POST(BodyPublishers.ofString(lines()))
                        .build();
        try {
            return held(http.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw refused(StartFailure.reason(e));
        }
    }

    static String lines() {
        try (InputStream file = DemoCustomers.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not in the launcher's jar");
            }
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many customers of the file are held now. */
    private static int held(HttpResponse<String> answer) throws JsonProcessingException {
        if (answer.statusCode() != OK) {
            throw refused(
                    "it answered %d %s".formatted(answer.statusCode(), excerpt(answer.body())));
        }
        JsonNode result = new JsonMapper().readTree(answer.body());
        if (result.path("rejected").asInt() > 0) {
            throw refused(
                    "%d rejected, the first because of %s"
                            .formatted(
                                    result.path("rejected").asInt(),
                                    excerpt(result.path("errors").path(0).toString())));
        }
        if (!result.path("state").asText().equals("SUCCEEDED")) {
            throw refused(
                    "the import ended as %s %s"
                            .formatted(
                                    excerpt(result.path("state").asText()),
                                    excerpt(result.path("detail").asText(""))));
        }
        return result.path("created").asInt()
                + result.path("updated").asInt()
                + result.path("unchanged").asInt();
    }

    private static String excerpt(String text) {
        return text.substring(0, Math.min(EXCERPT, text.length()));
    }

    private static StartFailure refused(String reason) {
        return new StartFailure(
                "The lookup-service does not take the demo customers (%s): its lines above tell more; data of an older version of the fleet goes away with its folder deploy/local/target/fleet."
                        .formatted(reason));
    }
}
