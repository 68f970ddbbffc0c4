package io.vouchline.gateway;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.cloud.dialogflow.cx.v3.WebhookRequest;
import com.google.cloud.dialogflow.cx.v3.WebhookResponse;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vouchline.gateway.Upstreams.Mode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The standard webhooks: requests as Google's classes write them, answers as they read them. */
@QuarkusTest
@QuarkusTestResource(GatewayFixture.class)
class DialogflowStandardTest {

    private static final String ANY_PATH = "/dialogflow";
    private static final String SESSION = "projects/p/locations/l/agents/a/sessions/s-1";

    @BeforeAll
    static void theGatewayIsWarm() {
        GatewayServiceTest.theGatewayIsWarm();
    }

    @BeforeEach
    void theServicesAreFine() {
        Upstreams.are(Mode.FINE);
        Upstreams.forget();
    }

    @AfterEach
    void theServicesAreFineAgain() {
        Upstreams.are(Mode.FINE);
    }

    /** Every webhook by its own path, by its tag, and by its full name in both. */
    static Stream<Arguments> ways() {
        return WebhookCalls.names().stream()
                .flatMap(
                        webhook -> {
                            String full = WebhookCalls.fullName(webhook);
                            return Stream.of(
                                    Arguments.of(webhook, ANY_PATH + "/" + webhook, "anything"),
                                    Arguments.of(webhook, ANY_PATH + "/" + full, "anything"),
                                    Arguments.of(webhook, ANY_PATH, webhook),
                                    Arguments.of(webhook, ANY_PATH, full));
                        });
    }

    @ParameterizedTest
    @MethodSource("ways")
    void everyWebhookReadsAndAnswersWhatGooglesClassesDo(String webhook, String path, String tag)
            throws Exception {
        WebhookRequest request = request(webhook, tag).build();
        for (JsonFormat.Printer printer :
                List.of(
                        JsonFormat.printer(),
                        JsonFormat.printer().preservingProtoFieldNames(),
                        JsonFormat.printer().omittingInsignificantWhitespace())) {
            Map<String, Value> answer = told(200, post(path, printer.print(request)), webhook);
            assertFalse(answer.isEmpty());
        }
    }

    @Test
    void theValuesHaveTheTypesOfTheDocument() throws Exception {
        Map<String, Value> accounts = called("telephony_verification");
        assertEquals(1.0, accounts.get("account_count").getNumberValue());
        assertEquals("7890", accounts.get("last_four_digit_of_account_number").getStringValue());
        assertEquals("jane@example.com", accounts.get("email").getStringValue());
        assertEquals(
                Value.KindCase.NULL_VALUE,
                called("get_credit_card_details")
                        .get("last_four_digit_of_credit_card_number")
                        .getKindCase());
        assertTrue(called("2fa_validation").get("security_key_verified").getBoolValue());
        assertTrue(called("check_security_answer").get("answer_correct").getBoolValue());
        Map<String, Value> verified = called("verify_otp");
        assertTrue(verified.get("otp_verified").getBoolValue());
        assertEquals(1.0, verified.get("auth_level").getNumberValue());
        assertEquals(
                Value.KindCase.LIST_VALUE,
                called("security_answers").get("cards_exp_date_all").getKindCase());
        Map<String, Value> sent = called("send_otp");
        assertTrue(sent.get("otp_sent").getBoolValue());
        assertEquals(Value.KindCase.NULL_VALUE, sent.get("generated_otp").getKindCase());
    }

    @Test
    void nothingIsSaidForTheAgent() throws Exception {
        String body = post(ANY_PATH, json(request("send_otp", "send_otp"))).asString();
        assertEquals(Set.of("sessionInfo"), JsonPath.from(body).getMap("$").keySet());
        assertFalse(Conformance.read(body).hasFulfillmentResponse());
    }

    // Failures

    static List<String> webhooks() {
        return WebhookCalls.names();
    }

    @ParameterizedTest
    @MethodSource("webhooks")
    void aMissingNumberIsToldWithEveryParameterDeleted(String webhook) throws Exception {
        int calls = Upstreams.calls();
        WebhookRequest.Builder request = WebhookRequest.newBuilder();
        request.getFulfillmentInfoBuilder().setTag(webhook);
        for (String path : List.of(ANY_PATH, ANY_PATH + "/" + webhook)) {
            refused(400, post(path, json(request)), webhook);
        }
        assertEquals(calls, Upstreams.calls());
    }

    @Test
    void aServiceThatIsAwayIsToldInForm() throws Exception {
        String body = json(request("verify_otp", "verify_otp"));
        Upstreams.are(Mode.BROKEN);
        refused(503, post(ANY_PATH, body), "verify_otp");
        refused(503, post(ANY_PATH + "/verify_otp", body), "verify_otp");
    }

    @Test
    void aTagIsNeededAndMustNameAWebhook() throws Exception {
        for (String tag : List.of("", " ")) {
            assertEquals(400, errorCode(400, post(ANY_PATH, json(request("send_otp", tag)))));
        }
        for (String tag : List.of("elsewhere", "a:send_otp", "SEND_OTP", "send_otp:")) {
            assertEquals(404, errorCode(404, post(ANY_PATH, json(request("send_otp", tag)))));
        }
        for (String body :
                List.of(
                        "{\"sessionInfo\":{}}",
                        "{\"fulfillmentInfo\":{\"tag\":7},\"sessionInfo\":{}}",
                        "{\"fulfillmentInfo\":null}",
                        "{\"fulfillmentInfo\":[]}")) {
            assertEquals(400, errorCode(400, post(ANY_PATH, body)));
        }
        assertEquals(List.of(), Upstreams.bodies(Upstreams.ISSUE));
    }

    @Test
    void theOnePathWithoutAFlexibleFormTellsEveryRefusalInTheStandardOne() throws Exception {
        for (String body :
                List.of("", "{", "[]", "\"x\"", "{}", "{\"phone_number\":\"6502530000\"}")) {
            assertEquals(400, errorCode(400, post(ANY_PATH, body)));
        }
        String good = json(request("send_otp", "send_otp"));
        assertEquals(401, errorCode(401, given().body(good).post(ANY_PATH)));
        assertEquals(
                415,
                errorCode(
                        415,
                        given().header("X-API-Key", GatewayFixture.KEY)
                                .contentType("text/plain")
                                .body(good)
                                .post(ANY_PATH)));
        assertEquals(413, errorCode(413, post(ANY_PATH, "x".repeat(70_000))));
        for (String method : List.of("GET", "PUT", "DELETE", "PATCH", "OPTIONS")) {
            Response answer =
                    given().header("X-API-Key", GatewayFixture.KEY).request(method, ANY_PATH);
            assertEquals(405, errorCode(405, answer), method);
        }
    }

    // What comes in

    @Test
    void membersThatGooglesClassesDoNotKnowAreIgnored() throws Exception {
        String captured =
                """
                {"detectIntentResponseId":"r","languageCode":"en-us",
                 "languageInfo":{"inputLanguageCode":"en","futureMember":[1]},
                 "fulfillmentInfo":{"tag":"telephony_verification","future":{}},
                 "sessionInfo":{"session":"s:detectIntent",
                  "parameters":{"phone_number":"6502530000","other":{"a":[{}]},"n":null}},
                 "pageInfo":{"currentPage":"p","formInfo":{}},
                 "messages":[{"text":{"text":["Hi"],"redactedText":["Hi"]},"source":"X"}],
                 "futureMember":{"x":1}}""";
        assertThrows(
                InvalidProtocolBufferException.class,
                () -> JsonFormat.parser().merge(captured, WebhookRequest.newBuilder()));
        told(200, post(ANY_PATH, captured), "telephony_verification");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sessionInfo\":{\"parameters\":{\"phone_number\":\"6502530000\"}}}",
                "{\"session_info\":{\"parameters\":{\"Phone_Number\":6.50253E9}}}",
                "{\"sessionInfo\":{\"parameters\":{\"$session.params.phone_number\":6502530000}}}",
                """
                {"sessionInfo":{},"pageInfo":{"formInfo":{"parameterInfo":[
                 {"displayName":"other"},{},{"displayName":"phone_number","state":"FILLED",
                  "value":"6502530000"}]}}}""",
                """
                {"fulfillment_info":{"tag":"x"},"page_info":{"form_info":{"parameter_info":[
                 {"display_name":"phone_number","value":6.50253E9}]}}}""",
                """
                {"sessionInfo":{"parameters":{"phone_number":null}},
                 "payload":{"telephony":{"caller_id":"+16502530000"}}}""",
                """
                {"fulfillmentInfo":{},
                 "payload":{"telephony":{"caller_id":"+16502530000"}}}"""
            })
    void aNumberIsFoundWhereverAnAgentHasIt(String body) throws Exception {
        Map<String, Value> answer =
                told(
                        200,
                        post(ANY_PATH + "/telephony_verification", body),
                        "telephony_verification");
        assertEquals(1.0, answer.get("account_count").getNumberValue());
        assertTrue(Upstreams.bodies("/v1/accounts/summary").getLast().contains("+16502530000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sessionInfo\":{}}",
                "{\"sessionInfo\":null}",
                "{\"sessionInfo\":{\"parameters\":[]}}",
                "{\"sessionInfo\":{\"parameters\":{\"phone_number\":\"$session.params.x\"}},"
                        + "\"payload\":{\"telephony\":{\"caller_id\":\"+16502530000\"}}}",
                "{\"sessionInfo\":{\"parameters\":{\"phone_number\":\"6502530000\","
                        + "\"Phone_Number\":\"6502530001\"}}}",
                "{\"sessionInfo\":{},\"pageInfo\":{\"formInfo\":{\"parameterInfo\":[{"
                        + "\"displayName\":\"phone_number\",\"state\":\"INVALID\","
                        + "\"value\":\"6502530000\"}]}}}",
                "{\"sessionInfo\":{},\"payload\":{\"telephony\":{\"caller_id\":\"REDACTED\"}}}",
                "{\"sessionInfo\":{},\"payload\":{\"telephony\":\"+16502530000\"}}",
                "{\"sessionInfo\":{},\"pageInfo\":7,\"payload\":[]}",
                "{\"sessionInfo\":{},\"phone_number\":\"6502530000\"}"
            })
    void whatIsNoNumberIsRefusedAndNeverLookedUp(String body) throws Exception {
        int calls = Upstreams.calls();
        refused(400, post(ANY_PATH + "/telephony_verification", body), "telephony_verification");
        assertEquals(calls, Upstreams.calls());
    }

    @Test
    void whatTheConversationHoldsGoesBeforeThePageAndTheCaller() throws Exception {
        told(
                200,
                post(
                        ANY_PATH + "/telephony_verification",
                        """
                        {"sessionInfo":{"parameters":{"phone_number":"6502530000"}},
                         "pageInfo":{"formInfo":{"parameterInfo":[
                          {"displayName":"phone_number","value":"6502530002"}]}},
                         "payload":{"telephony":{"caller_id":"+16502530003"}}}"""),
                "telephony_verification");
        assertTrue(Upstreams.bodies("/v1/accounts/summary").getLast().contains("+16502530000"));
    }

    @Test
    void onePathTakesBothForms() throws Exception {
        told(
                200,
                post(
                        ANY_PATH + "/telephony_verification",
                        json(request("telephony_verification", "t"))),
                "telephony_verification");
        Response flexible =
                post(
                        ANY_PATH + "/telephony_verification",
                        WebhookCalls.flat(WebhookCalls.members("telephony_verification")));
        assertEquals(1, flexible.jsonPath().getInt("account_count"));
        assertThrows(
                InvalidProtocolBufferException.class, () -> Conformance.read(flexible.asString()));
    }

    @ParameterizedTest
    @CsvSource({
        "en-us, , en-US",
        "en, , en",
        "pt-BR, , pt-BR",
        "de, fr-fr, fr-FR",
        "no tag, , en-US",
        "'', , en-US"
    })
    void aCodeIsInTheLanguageOfTheConversation(
            String ofRequest, String ofParameter, String language) throws Exception {
        WebhookRequest.Builder request = request("send_otp", "send_otp").setLanguageCode(ofRequest);
        if (ofParameter != null) {
            request.getSessionInfoBuilder().putParameters("language_code", text(ofParameter));
        }
        told(200, post(ANY_PATH, json(request)), "send_otp");
        assertEquals(language, issued().getString("wording.language"));
    }

    // One turn, one message

    @Test
    void aRepeatedTurnIsOneMessageAndTwoConversationsAreTwo() throws Exception {
        String first = key(SESSION);
        assertEquals(first, key(SESSION));
        assertNotEquals(first, key("projects/p/locations/l/agents/a/sessions/s-2"));
        assertFalse(first.contains("s-1"), first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "projects/p/locations/l/agents/a/environments/e/sessions/s",
                "projects/p/locations/l/agents/a/sessions/s:detectIntent",
                "-",
                "x\ny"
            })
    void aConversationsNameIsOpaque(String session) throws Exception {
        String key = key(session);
        assertNotEquals(key(SESSION), key);
        assertTrue(key.length() <= 128, key);
        assertTrue(key("x".repeat(10_000)).length() <= 128);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void aConversationWithoutANameIsLikeAFlexibleCall(String session) throws Exception {
        post(
                ANY_PATH + "/send_otp",
                WebhookCalls.flat(WebhookCalls.members("send_otp", "channel", "\"mobile\"")));
        assertEquals(issued().getString("idempotency.key"), key(session));
    }

    private static String key(String session) throws Exception {
        WebhookRequest.Builder request = request("send_otp", "send_otp");
        request.getSessionInfoBuilder().setSession(session);
        told(200, post(ANY_PATH, json(request)), "send_otp");
        assertEquals(15, issued().getInt("idempotency.seconds"));
        return issued().getString("idempotency.key");
    }

    private static JsonPath issued() {
        return JsonPath.from(Upstreams.bodies(Upstreams.ISSUE).getLast());
    }

    private static Map<String, Value> called(String webhook) throws Exception {
        return told(200, post(ANY_PATH, json(request(webhook, webhook))), webhook);
    }

    private static WebhookRequest.Builder request(String webhook, String tag) throws Exception {
        Struct.Builder parameters = Struct.newBuilder();
        JsonFormat.parser().merge(WebhookCalls.flat(WebhookCalls.members(webhook)), parameters);
        WebhookRequest.Builder request =
                WebhookRequest.newBuilder()
                        .setDetectIntentResponseId("11111111-1111-4111-8111-111111111111")
                        .setText("<my> code is")
                        .setLanguageCode("en-us");
        request.getFulfillmentInfoBuilder().setTag(tag);
        request.getSessionInfoBuilder()
                .setSession(SESSION)
                .putAllParameters(parameters.getFieldsMap());
        return request;
    }

    private static String json(WebhookRequest.Builder request) throws Exception {
        return JsonFormat.printer().print(request);
    }

    private static Value text(String text) {
        return Value.newBuilder().setStringValue(text).build();
    }

    private static Response post(String path, String body) {
        return given().header("X-API-Key", GatewayFixture.KEY)
                .contentType("application/json; charset=utf-8")
                .urlEncodingEnabled(false)
                .body(body.getBytes(UTF_8))
                .post(path);
    }

    /** The parameters of an answer: exactly the webhook's. */
    private static Map<String, Value> told(int status, Response answer, String webhook)
            throws Exception {
        assertEquals(status, answer.statusCode(), answer.asString());
        WebhookResponse response = Conformance.read(answer.asString());
        Map<String, Value> parameters = response.getSessionInfo().getParametersMap();
        assertEquals(new HashSet<>(WebhookCalls.fields(webhook)), parameters.keySet());
        return parameters;
    }

    private static void refused(int status, Response answer, String webhook) throws Exception {
        Map<String, Value> parameters = told(status, answer, webhook);
        assertTrue(
                parameters.values().stream().allMatch(Value::hasNullValue), parameters.toString());
        assertEquals(status, errorCode(status, answer));
    }

    private static int errorCode(int status, Response answer) throws Exception {
        assertEquals(status, answer.statusCode(), answer.asString());
        Struct error =
                Conformance.read(answer.asString())
                        .getPayload()
                        .getFieldsOrThrow("error")
                        .getStructValue();
        assertEquals(Set.of("code", "message"), error.getFieldsMap().keySet());
        assertFalse(error.getFieldsOrThrow("message").getStringValue().isEmpty());
        return (int) error.getFieldsOrThrow("code").getNumberValue();
    }
}
