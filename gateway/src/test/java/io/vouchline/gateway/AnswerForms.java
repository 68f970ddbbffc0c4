package io.vouchline.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vouchline.gateway.RawHttp.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The one form that each dialect's answers have, whatever was asked: by their exact members. */
final class AnswerForms {

    private static final JsonMapper STRICT =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /** What would tell how the service is made. */
    private static final Pattern INSIDES =
            Pattern.compile(
                    "Exception|Throwable|\\bat [\\w.$]+\\(|\\b(java|javax|jakarta|io|com|org)\\.[a-z]+[.$]");

    private static final Set<String> ENVELOPE = Set.of("reference_id", "errors", "status");

    /** What Telesign's answers may have besides. */
    private static final Set<String> PACKAGES =
            Set.of(
                    "sub_resource",
                    "verify",
                    "phone_type",
                    "risk",
                    "numbering",
                    "signature_string",
                    "external_id",
                    "carrier",
                    "location",
                    "blocklisting");

    private AnswerForms() {}

    /** Checks an answer with a body by the path that was asked for. */
    static void check(Answer answer, String target) throws Exception {
        String body = answer.body();
        assertFalse(INSIDES.matcher(body).find(), "it tells what is inside");
        JsonNode json = read(answer);
        String path = target.split("\\?", 2)[0];
        switch (path.split("/", 3)[1]) {
            case "dialogflow" -> dialogflow(answer, json, body);
            case "telavox" -> telavox(answer, json);
            case "v1" -> telesign(answer, json);
            case "oauth" -> oauth(answer, json);
            default -> own(answer, json);
        }
    }

    /** The same where the path may lead to any of them. */
    static void checkAny(Answer answer) throws Exception {
        String body = answer.body();
        assertFalse(INSIDES.matcher(body).find(), "it tells what is inside");
        Set<String> members = members(read(answer));
        if (members.containsAll(ENVELOPE)) {
            telesign(answer, read(answer));
        } else if (members.contains("type")) {
            problem(answer, read(answer));
        } else if (members.contains("error_description")) {
            oauth(answer, read(answer));
        } else if (members.contains("outcome")) {
            telavox(answer, read(answer));
        } else if (answer.status() != 200) {
            dialogflow(answer, read(answer), body);
        } else {
            json(answer);
        }
    }

    private static JsonNode read(Answer answer) throws IOException {
        JsonNode json = STRICT.readTree(answer.body());
        assertTrue(json.isObject(), "no JSON object");
        return json;
    }

    private static void dialogflow(Answer answer, JsonNode json, String body) throws Exception {
        json(answer);
        if (json.has("sessionInfo")) {
            var _ = Conformance.read(body);
            assertEquals(Set.of("parameters"), members(json.get("sessionInfo")));
            fields(json.get("sessionInfo").get("parameters"), answer.status());
            if (answer.status() != 200) {
                assertEquals(Set.of("sessionInfo", "payload"), members(json));
                assertEquals(Set.of("error"), members(json.get("payload")));
                error(answer, json.get("payload").get("error"));
            } else {
                assertEquals(Set.of("sessionInfo"), members(json));
            }
        } else if (answer.status() != 200) {
            error(answer, json.get("error"));
            fields(((ObjectNode) json).without("error"), 400);
        } else {
            fields(json, 200);
        }
    }

    private static void error(Answer answer, JsonNode error) {
        assertEquals(Set.of("code", "message"), members(error));
        assertEquals(answer.status(), error.get("code").intValue());
        assertTrue(error.get("message").isTextual());
    }

    /** Those of one webhook, or none if it is not known which; all null beside an error. */
    private static void fields(JsonNode json, int status) {
        Set<String> members = members(json);
        boolean known =
                WebhookCalls.names().stream()
                        .anyMatch(name -> Set.copyOf(WebhookCalls.fields(name)).equals(members));
        assertTrue(known || (status != 200 && members.isEmpty()), "fields of no webhook");
        if (status != 200) {
            json.forEach(value -> assertTrue(value.isNull(), "a value beside an error"));
        }
    }

    private static void telavox(Answer answer, JsonNode json) {
        json(answer);
        if (answer.status() == 200 && json.has("accepted")) {
            assertEquals(Set.of("accepted", "callId"), members(json));
            return;
        }
        assertEquals(Set.of("found", "outcome", "customer"), members(json));
        boolean known =
                List.of("none", "single", "multiple", "error")
                        .contains(json.get("outcome").textValue());
        assertTrue(known, "an outcome");
        assertEquals(
                json.get("outcome").textValue().equals("single"), json.get("found").booleanValue());
        assertEquals(json.get("found").booleanValue(), !json.get("customer").isNull());
    }

    private static void telesign(Answer answer, JsonNode json) {
        json(answer);
        Set<String> more = members(json);
        assertTrue(more.removeAll(ENVELOPE) && members(json).containsAll(ENVELOPE), "an envelope");
        more.removeAll(PACKAGES);
        assertEquals(Set.of(), more, "members that Telesign has not");
        assertTrue(json.get("reference_id").textValue().matches("[0-9A-F]{32}"));
        assertEquals(Set.of("updated_on", "code", "description"), members(json.get("status")));
        assertEquals(answer.status() == 200, json.get("errors").isEmpty(), "errors by its status");
        json.get("errors")
                .forEach(error -> assertEquals(Set.of("code", "description"), members(error)));
    }

    private static void oauth(Answer answer, JsonNode json) {
        if (json.has("error")) {
            json(answer);
            assertEquals(Set.of("error", "error_description"), members(json));
        } else {
            problem(answer, json);
        }
    }

    private static void own(Answer answer, JsonNode json) {
        if (answer.status() >= 400) {
            problem(answer, json);
        } else {
            json(answer);
        }
    }

    private static void problem(Answer answer, JsonNode json) {
        assertEquals("application/problem+json", mediaType(answer));
        Set<String> members = members(json);
        boolean _ = members.remove("detail");
        boolean _ = members.remove("retry_after_seconds");
        assertEquals(Set.of("type", "title", "status"), members);
        assertEquals(answer.status(), json.get("status").intValue());
        assertTrue(json.get("type").textValue().startsWith("urn:vouchline:problem:"));
    }

    private static void json(Answer answer) {
        assertEquals("application/json", mediaType(answer));
    }

    private static String mediaType(Answer answer) {
        return answer.header("content-type").split(";", 2)[0];
    }

    private static Set<String> members(JsonNode json) {
        Set<String> names = new TreeSet<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
