package io.vouchline.gateway.telesign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vouchline.contract.json.StrictJson;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.gateway.Captures;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntelligenceRequestTest {

    private static final String NUMBER = "15552345678";
    private static final ObjectMapper MAPPER = StrictJson.strict(new ObjectMapper());

    @Test
    void theCapturedRequestsAreRead() {
        for (String name : Captures.scores()) {
            assertEquals("+" + NUMBER, form(Captures.body(name)).number().e164());
        }
        assertEquals(
                Optional.of("203.0.113.9"),
                form(Captures.body("node-3.0.4/06_POST_v1_score_15552345678.http")).address());
        for (String name : Captures.phoneIds()) {
            assertEquals(
                    "+" + NUMBER, json(new String(Captures.body(name), UTF_8)).number().e164());
        }
    }

    @Test
    void nothingAtAllIsARequestToo() {
        for (IntelligenceRequest request :
                new IntelligenceRequest[] {form(new byte[0]), json(""), json("{}")}) {
            assertEquals(Optional.empty(), request.externalId());
            assertEquals(Optional.empty(), request.address());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "sign-in", "transact", "update", "delete"})
    void theEventsOfTheReferenceAreTaken(String event) {
        assertEquals(Optional.empty(), form("account_lifecycle_event=" + event).address());
        assertEquals(
                Optional.empty(),
                json("{\"account_lifecycle_event\":\"%s\"}".formatted(event)).address());
    }

    @Test
    void bothFormsMeanTheSame() {
        IntelligenceRequest ofForm = form("external_id=x+1&originating_ip=2001:DB8::1&addons=x");
        IntelligenceRequest ofJson =
                json(
                        """
                        {"external_id":"x 1","originating_ip":"2001:DB8::1",
                         "addons":{"contact":{}},"consent":{"method":1}}""");
        assertEquals(ofForm, ofJson);
        assertEquals(Optional.of("x 1"), ofForm.externalId());
        assertEquals(Optional.of("2001:db8:0:0:0:0:0:1"), ofForm.address());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "account_lifecycle_event=born | AccountLifecycleEvent Parameter",
                "originating_ip=bank.example | OriginatingIp Parameter",
                "external_id=a%00b | ExternalId Parameter",
                "external_id=a&external_id=b | A parameter stands twice"
            })
    void whatBreaksARuleIsRefusedByItsName(String form, String detail) {
        assertEquals(detail, detail(() -> form(form)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "1",
                "null",
                "{",
                "{} {}",
                "{\"external_id\":1}",
                "{\"external_id\":{}}",
                "{\"external_id\":\"a\",\"external_id\":\"b\"}",
                "{\"account_lifecycle_event\":\"born\"}",
                "external_id=x"
            })
    void whatIsNoJsonObjectOfTextsIsRefused(String body) {
        assertEquals(400, refused(() -> json(body)).problem().status());
    }

    @Test
    void anExternalIdHas255Characters() {
        String longest = "x".repeat(255);
        assertEquals(Optional.of(longest), form("external_id=" + longest).externalId());
        assertEquals("ExternalId Parameter", detail(() -> form("external_id=" + longest + "x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "hello", "{number}", "$number", "1555234567815552345678"})
    void whatIsNoNumberIsRefused(String number) {
        ProblemException failure =
                refused(() -> IntelligenceRequest.ofForm(number, new byte[0], "US"));
        assertEquals(400, failure.problem().status());
    }

    private static String detail(Runnable read) {
        return refused(read).problem().detail();
    }

    private static ProblemException refused(Runnable read) {
        return assertThrows(ProblemException.class, read::run);
    }

    private static IntelligenceRequest form(String body) {
        return form(body.getBytes(UTF_8));
    }

    private static IntelligenceRequest form(byte[] body) {
        return IntelligenceRequest.ofForm(NUMBER, body, "US");
    }

    private static IntelligenceRequest json(String body) {
        return IntelligenceRequest.ofJson(NUMBER, body.getBytes(UTF_8), MAPPER, "US");
    }
}
