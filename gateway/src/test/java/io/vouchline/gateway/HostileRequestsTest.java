package io.vouchline.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vouchline.gateway.HostileRequests.Request;
import io.vouchline.gateway.RawHttp.Answer;
import io.vouchline.gateway.Upstreams.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Requests that no platform should send, over real connections, to the paths of every dialect.
 *
 * <p>What the HTTP server itself cannot read (a request line that is too long, percent signs that
 * encode nothing in a query, headers, the length of a body) it answers itself, with 400, 414 or 431
 * and no body, or it closes the connection: no resource has seen it. Of these requests nothing else
 * is promised.
 */
@QuarkusTest
@QuarkusTestResource(GatewayFixture.class)
class HostileRequestsTest {

    private static final long SEED = 20_261_122L;
    private static final int REQUESTS = 1_500;
    private static final int MOST_SHOWN = 20;
    private static final List<Integer> UNREADABLE = List.of(400, 414, 431);

    private final HostileRequests requests = new HostileRequests(SEED);
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    @BeforeEach
    void theServicesAreFine() {
        Upstreams.are(Mode.FINE);
        Upstreams.forget();
    }

    @Test
    void everyAnswerIsInTheFormOfItsDialectAndNoneIsAFailureOfOurs() {
        List<String> broken = new ArrayList<>();
        for (int n = 0; n < REQUESTS; n++) {
            Request request = requests.request(n);
            try {
                check(request);
            } catch (Exception | AssertionError e) {
                broken.add(
                        "seed %d, request %d: %s%n%s".formatted(SEED, n, e.getMessage(), request));
            }
            if (n % 100 == 0) {
                Upstreams.forget();
            }
        }
        assertEquals(
                List.of(),
                broken.subList(0, Math.min(broken.size(), MOST_SHOWN)),
                () -> broken.size() + " of " + REQUESTS + ", answers by status " + statuses);
        assertTrue(statuses.getOrDefault(200, 0) > REQUESTS / 10, "good ones too: " + statuses);
        assertTrue(statuses.getOrDefault(400, 0) > REQUESTS / 10, "bad ones too: " + statuses);
    }

    private void check(Request request) throws Exception {
        Optional<Answer> answered = RawHttp.exchange(RestAssured.port, request.bytes());
        if (answered.isEmpty()) {
            assertTrue(request.unreadable(), "no answer");
            return;
        }
        Answer answer = answered.get();
        statuses.merge(answer.status(), 1, Integer::sum);
        boolean wordless = answer.body().isEmpty();
        if (request.unreadable() && wordless && UNREADABLE.contains(answer.status())) {
            return;
        }
        String told = answer.status() + " " + answer.headers() + " " + answer.body();
        assertTrue(answer.status() >= 200 && answer.status() < 500, told);
        assertEquals("no-store", answer.header("cache-control"), told);
        if (request.method().equals("HEAD")) {
            assertTrue(wordless, told);
        } else {
            checkForm(request, answer, told);
        }
    }

    private static void checkForm(Request request, Answer answer, String told) throws Exception {
        try {
            if (request.otherPath()) {
                AnswerForms.checkAny(answer);
            } else {
                AnswerForms.check(answer, request.target());
            }
        } catch (Exception | AssertionError e) {
            throw new AssertionError(e.getMessage() + "; told " + told, e);
        }
    }
}
