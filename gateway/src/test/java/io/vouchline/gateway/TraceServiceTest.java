package io.vouchline.gateway;

import static io.restassured.RestAssured.given;
import static io.vouchline.gateway.Doors.keyed;
import static io.vouchline.gateway.Doors.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.vouchline.contract.testing.Ports;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a trace, and the log beside it, tell of a request. */
@QuarkusTest
@TestProfile(TraceServiceTest.Traced.class)
class TraceServiceTest {

    private static final String ACCOUNT = "471147114711";
    private static final String REFERENCE = "A00000000000000000000000000000EE";
    private static final String DIGITS = "6502530000";
    private static final String CODE = "918273";

    @Inject SeenSpans seen;

    /** Every request is traced, and spans come at once. */
    public static final class Traced extends DoorsFixture.Open {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("vouchline.trace.share", "1", "quarkus.otel.bsp.schedule.delay", "20ms");
        }
    }

    @BeforeEach
    void theServicesAreFine() {
        Services.areAway("");
        Services.areSilent("");
    }

    @Test
    void noSpanNamesAnAccountThatStandsInAQuery() {
        Response answer =
                keyed(DoorsFixture.DESK_KEY)
                        .header("User-Agent", "agent-of-" + ACCOUNT)
                        .get("/telavox/customer?accountNumber=" + ACCOUNT);
        List<SpanData> spans = spans(answer);
        assertTold(spans, SpanKind.SERVER, "GET /telavox/customer");
        assertTold(spans, SpanKind.CLIENT, "POST /v1/customers/find");
        assertNothingTold(spans);
    }

    @Test
    void noSpanNamesACodeOrAReferenceThatStandsInATelesignUrl() {
        assertNothingTold(spans(given().get("/v1/verify/" + REFERENCE + "?verify_code=" + CODE)));
    }

    @Test
    void noSpanNamesANumberThatStandsInATelesignPath() {
        assertNothingTold(spans(given().post("/v1/phoneid/1" + DIGITS)));
    }

    @Test
    void noSpanNamesAReferenceThatTheGatewayAsksFor() {
        List<SpanData> spans = spans(keyed(DoorsFixture.PLAIN_KEY).get("/pushes/" + REFERENCE));
        assertTold(spans, SpanKind.SERVER, "GET /pushes/{reference}");
        assertTold(spans, SpanKind.CLIENT, "GET /v1/verifications/{reference}");
        assertNothingTold(spans);
    }

    @Test
    void noSpanTellsMoreOfAFailureThanItsType() {
        Services.areAway("/v1");
        List<SpanData> spans =
                spans(keyed(DoorsFixture.PLAIN_KEY).body(number("+1" + DIGITS)).post("/pushes"));
        assertNothingTold(spans);
    }

    @Test
    void healthAndMetricsAreNotTraced() {
        for (String path : List.of("/q/health", "/q/health/ready", "/q/metrics")) {
            given().get(Ports.management(path)).then().statusCode(200);
        }
        var _ = spans(given().get("/v1/after"));
        assertEquals(
                List.of(),
                seen.all().stream()
                        .map(SpanData::getName)
                        .filter(name -> name.contains("/q"))
                        .toList());
    }

    @Test
    void theDecisionIsLoggedUnderTheIdOfTheTraceWithoutTheCallersNumber() {
        Logger root = Logger.getLogger("");
        Lines lines = new Lines();
        root.addHandler(lines);
        try {
            Response answer =
                    keyed(DoorsFixture.DESK_KEY).get("/telavox/customer?accountNumber=" + ACCOUNT);
            String trace = answer.header("Vouchline-Correlation-Id");
            List<ExtLogRecord> told =
                    lines.records.stream()
                            .filter(line -> line.getLoggerName().equals("io.vouchline.decision"))
                            .filter(line -> line.getFormattedMessage().contains(trace))
                            .toList();
            assertEquals(1, told.size(), lines.records::toString);
            ExtLogRecord line = told.getFirst();
            assertEquals(trace, line.getMdc("traceId"));
            assertEquals("bank", line.getMdc("decision.tenant"));
            assertEquals("desk", line.getMdc("decision.client"));
            assertEquals("telavox", line.getMdc("decision.dialect"));
            assertEquals(trace, line.getMdc("decision.correlation_id"));
            assertTrue(line.getFormattedMessage().startsWith("tenant=bank client=desk "));
            for (ExtLogRecord any : lines.records) {
                assertFalse(any.getFormattedMessage().contains(ACCOUNT), any::getFormattedMessage);
                assertFalse(any.getMdcCopy().toString().contains(ACCOUNT), any::toString);
            }
        } finally {
            root.removeHandler(lines);
        }
    }

    private List<SpanData> spans(Response answer) {
        return seen.of(
                answer.header("Vouchline-Correlation-Id"),
                span -> span.getKind() == SpanKind.SERVER);
    }

    private static void assertTold(List<SpanData> spans, SpanKind kind, String name) {
        assertEquals(
                List.of(name),
                spans.stream()
                        .filter(span -> span.getKind() == kind)
                        .map(SpanData::getName)
                        .distinct()
                        .toList());
    }

    private static void assertNothingTold(List<SpanData> spans) {
        for (SpanData span : spans) {
            String all =
                    span.getName()
                            + span.getAttributes()
                            + span.getEvents()
                            + span.getStatus()
                            + span.getResource();
            for (String secret : List.of(ACCOUNT, REFERENCE, DIGITS, CODE, "127.0.0.1:", "agent")) {
                assertFalse(all.contains(secret), () -> secret + " in " + all);
            }
        }
    }

    private static final class Lines extends Handler {

        private final Queue<ExtLogRecord> records = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord record) {
            ExtLogRecord line = ExtLogRecord.wrap(record);
            line.copyAll();
            boolean _ = records.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
