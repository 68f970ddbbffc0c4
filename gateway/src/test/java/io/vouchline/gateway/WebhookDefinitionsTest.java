package io.vouchline.gateway;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.cloud.dialogflow.cx.v3.Webhook;
import com.google.cloud.dialogflow.cx.v3.Webhook.GenericWebService;
import com.google.cloud.dialogflow.cx.v3.Webhook.GenericWebService.HttpMethod;
import com.google.cloud.dialogflow.cx.v3.Webhook.GenericWebService.WebhookType;
import com.jayway.jsonpath.JsonPath;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vouchline.gateway.Upstreams.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped webhooks: Google's classes read them, and they fit what the gateway answers. */
@QuarkusTest
@QuarkusTestResource(GatewayFixture.class)
class WebhookDefinitionsTest {

    private static final String AUTHENTICATION = "prebuilt_components_authentication:";
    private static final JsonMapper STRICT =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /** What the document has for each of its webhooks: name, and the parameters it fills. */
    private static final Map<String, List<String>> DOCUMENT =
            Map.of(
                    AUTHENTICATION + "telephony_verification",
                    List.of("account_count", "last_four_digit_of_account_number", "email"),
                    "prebuilt_components_account_services:get_credit_card_details",
                    List.of("credit_card_count", "last_four_digit_of_credit_card_number", "email"),
                    AUTHENTICATION + "send_otp",
                    List.of("generated_otp"),
                    AUTHENTICATION + "security_answers",
                    List.of(
                            "security_last_trans_amount",
                            "last_payment_mode",
                            "security_card_number",
                            "user_dob",
                            "cards_exp_date_all"),
                    AUTHENTICATION + "2fa_validation",
                    List.of("security_key_verified"));

    @BeforeAll
    static void theGatewayIsWarm() {
        GatewayServiceTest.theGatewayIsWarm();
    }

    @BeforeEach
    void theServicesAreFine() {
        Upstreams.are(Mode.FINE);
    }

    @AfterEach
    void theServicesAreFineAgain() {
        Upstreams.are(Mode.FINE);
    }

    static List<String> webhooks() {
        return WebhookCalls.names();
    }

    @Test
    void everyWebhookOfTheGatewayIsShippedOnceByItsExactName() throws Exception {
        Map<String, Webhook> definitions = WebhookDefinitions.all();
        assertEquals(WebhookCalls.names(), List.copyOf(definitions.keySet()));
        definitions.forEach(
                (name, webhook) ->
                        assertEquals(WebhookCalls.fullName(name), webhook.getDisplayName()));
        for (String content : WebhookDefinitions.files().values()) {
            assertTrue(STRICT.readTree(content).isObject());
        }
    }

    @Test
    void theDocumentsParametersAreAllFilledUnderTheirOwnNames() throws Exception {
        Map<String, Map<String, String>> mappings = new HashMap<>();
        WebhookDefinitions.all()
                .values()
                .forEach(
                        webhook ->
                                mappings.put(
                                        webhook.getDisplayName(),
                                        webhook.getGenericWebService().getParameterMappingMap()));
        DOCUMENT.forEach(
                (webhook, parameters) ->
                        parameters.forEach(
                                parameter ->
                                        assertEquals(
                                                "$." + parameter,
                                                mappings.get(webhook).get(parameter))));
    }

    @ParameterizedTest
    @MethodSource("webhooks")
    void everyWebhookIsFlexibleAndHoldsNoSecret(String name) throws Exception {
        Webhook webhook = WebhookDefinitions.all().get(name);
        GenericWebService service = webhook.getGenericWebService();
        assertEquals(WebhookType.FLEXIBLE, service.getWebhookType());
        assertEquals(HttpMethod.POST, service.getHttpMethod());
        assertEquals("@GATEWAY_URL@/dialogflow/" + name, service.getUri());
        assertEquals(5, webhook.getTimeout().getSeconds());
        assertEquals(0, service.getRequestHeadersCount());
        assertEquals(
                "@SECRET_VERSION@",
                service.getSecretVersionsForRequestHeadersOrThrow("X-API-Key").getSecretVersion());
    }

    @ParameterizedTest
    @MethodSource("webhooks")
    void theBodyIsJsonOfReferencesToExactlyWhatTheWebhookTakes(String name) throws Exception {
        JsonNode body = STRICT.readTree(service(name).getRequestBody());
        TreeSet<String> inputs = new TreeSet<>();
        body.properties()
                .forEach(
                        member -> {
                            inputs.add(member.getKey());
                            assertTrue(
                                    member.getValue()
                                            .textValue()
                                            .matches(
                                                    "\\$(session\\.params|flow)\\."
                                                            + Pattern.quote(member.getKey())));
                        });
        assertEquals(WebhookCalls.inputs(name), List.copyOf(inputs));
    }

    @ParameterizedTest
    @MethodSource("webhooks")
    void everyMappingFindsItsFieldInAnAnswerAndInAFailure(String name) throws Exception {
        Map<String, String> mapping = service(name).getParameterMappingMap();
        assertFalse(mapping.isEmpty());
        Response answer = post(name, filled(service(name).getRequestBody(), name));
        assertEquals(200, answer.statusCode());
        Response refusal = post(name, service(name).getRequestBody());
        assertEquals(400, refusal.statusCode());
        for (String path : mapping.values()) {
            assertDoesNotThrow(() -> JsonPath.<Object>read(answer.asString(), path), path);
            assertEquals(null, JsonPath.<Object>read(refusal.asString(), path), path);
        }
    }

    @Test
    void noMappingTakesAwayTheLevelThatACallerHas() throws Exception {
        for (Webhook webhook : WebhookDefinitions.all().values()) {
            assertFalse(
                    webhook.getGenericWebService().containsParameterMapping("auth_level"),
                    webhook.getDisplayName());
        }
    }

    /** Terraform reads the same files, so that it has the same webhooks; and all that they hold. */
    @Test
    void terraformTakesTheSameFilesAndEveryMemberOfThem() throws IOException {
        String terraform = Files.readString(WebhookDefinitions.FOLDER.resolve("main.tf"));
        assertTrue(terraform.contains("fileset(\"${path.module}/webhooks\", \"*.json\")"));
        assertTrue(terraform.contains("resource \"google_dialogflow_cx_webhook\""));
        for (String content : WebhookDefinitions.files().values()) {
            JsonNode webhook = STRICT.readTree(content);
            HashSet<String> members = new HashSet<>();
            webhook.fieldNames().forEachRemaining(members::add);
            assertTrue(members.remove("genericWebService"));
            webhook.path("genericWebService")
                    .fieldNames()
                    .forEachRemaining(member -> members.add("genericWebService." + member));
            for (String member : members) {
                assertTrue(terraform.contains("each.value." + member + "\n"), member);
            }
        }
    }

    private static GenericWebService service(String name) throws IOException {
        return WebhookDefinitions.all().get(name).getGenericWebService();
    }

    /** The template with the values of a good call in place of its references. */
    private static String filled(String template, String name) throws IOException {
        JsonNode values = STRICT.readTree(WebhookCalls.flat(WebhookCalls.members(name)));
        String body = template;
        for (String input : WebhookCalls.inputs(name)) {
            body =
                    body.replaceAll(
                            "\"\\$(session\\.params|flow)\\." + input + "\"",
                            values.get(input).toString());
        }
        return body;
    }

    private static Response post(String name, String body) {
        return given().header("X-API-Key", GatewayFixture.KEY)
                .contentType("application/json")
                .body(body)
                .post("/dialogflow/" + name);
    }
}
