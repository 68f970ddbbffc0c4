package io.vouchline.lookup;

import static io.restassured.RestAssured.given;
import static io.vouchline.lookup.LookupCalls.askByNumber;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.testing.Ports;
import io.vouchline.contract.testing.Tokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A load that is larger than the packaged service's whole heap ({@code -Xmx64m}, see the pom). */
@QuarkusIntegrationTest
@QuarkusTestResource(LookupFixture.class)
class LargeLoadIT {

    private static final int LINES = 200_000;
    private static final long HEAP = 64L * 1024 * 1024;

    @Test
    void twoHundredThousandLinesGoThroughAHeapOf64Megabytes() throws Exception {
        assertTrue(heapOfTheService() <= HEAP, "the service must run with -Xmx64m");
        SampleLines lines = new SampleLines(LINES);
        JsonPath job = load(lines);
        assertTrue(lines.bytesRead() > HEAP, "the load must be larger than the heap");
        assertEquals("SUCCEEDED", job.getString("state"));
        assertEquals(LINES, job.getInt("created"));
        assertEquals(0, job.getInt("rejected"));
        askByNumber("large-bank", "accounts/summary", SampleLines.number(LINES - 1))
                .body("count", is(1));
    }

    private static JsonPath load(SampleLines lines) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://localhost:%d/v1/customers:import"
                                                .formatted(RestAssured.port)))
                        .timeout(Duration.ofMinutes(5))
                        .header("Content-Type", LookupCalls.NDJSON)
                        .header(
                                "Authorization",
                                "Bearer "
                                        + Tokens.token(
                                                Audience.LOOKUP,
                                                "large-bank",
                                                "operator",
                                                Scope.CUSTOMERS_IMPORT))
                        .POST(BodyPublishers.ofInputStream(() -> lines))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), answer.body());
            return JsonPath.from(answer.body());
        }
    }

    private static long heapOfTheService() {
        String metrics =
                given().get(Ports.management("/q/metrics"))
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        return metrics.lines()
                .filter(line -> line.startsWith("jvm_memory_max_bytes{area=\"heap\""))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .mapToLong(value -> (long) Double.parseDouble(value))
                .max()
                .orElseThrow();
    }
}
