package io.vouchline.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vouchline.contract.json.StrictJson;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.gateway.conversation.Parameters;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SessionParametersTest {

    private static final ObjectMapper JSON = StrictJson.strict(new ObjectMapper());

    private static final List<String> REQUIRED =
            List.of("auth_level_req", "account_auth_enabled", "card_auth_enabled");

    static List<String> rows() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        SessionParametersTest.class.getResourceAsStream("parameters.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aValueIsReadOrRefusedByName(String row) throws IOException {
        String[] cells = row.split(" \\| ", 3);
        assertEquals(cells[2], outcome(cells[0], cells[1]));
    }

    /** So that no parameter of the document is left out of the table. */
    @Test
    void theTableHasEveryParameter() throws IOException {
        Set<String> names = new HashSet<>();
        rows().stream()
                .filter(row -> !row.contains("is not"))
                .forEach(row -> names.add(row.split(" \\| ", 3)[0]));
        assertEquals(15, names.size(), names::toString);
    }

    @Test
    void theDocumentsDefaultsAreTheDefaults() throws IOException {
        assertEquals(
                new AskedFor(
                        new Parameters(1, true, false, 1, 3, 2, 3, 1, 3, 1, 2, 6, 6), null, null),
                SessionParameters.read(
                        values(
                                "{\"auth_level_req\":1,\"account_auth_enabled\":true,"
                                        + "\"card_auth_enabled\":false}"),
                        null,
                        "US"));
    }

    private static String outcome(String name, String json) throws IOException {
        Map<String, String> members = new LinkedHashMap<>();
        REQUIRED.forEach(required -> members.put(required, "true"));
        members.put("auth_level_req", "1");
        members.put(name, json);
        members.values().remove("absent");
        String body =
                members.entrySet().stream()
                        .map(member -> "\"%s\":%s".formatted(member.getKey(), member.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
        try {
            AskedFor read = SessionParameters.read(values(body), null, "US");
            return told(read, name);
        } catch (ProblemException e) {
            assertEquals(400, e.problem().status());
            return "! " + e.problem().detail();
        }
    }

    private static Map<String, JsonNode> values(String json) throws IOException {
        return JSON.readValue(json, new TypeReference<>() {});
    }

    private static String told(AskedFor read, String name) {
        Parameters parameters = read.parameters();
        PhoneNumber number = read.number();
        Object value =
                switch (name) {
                    case "auth_level_req" -> parameters.level();
                    case "account_auth_enabled" -> parameters.accounts();
                    case "card_auth_enabled" -> parameters.cards();
                    case "max_retry_telephone_counter" -> parameters.numberRetries();
                    case "max_retry_security_ans_count" -> parameters.answerRetries();
                    case "max_retry_card_counter" -> parameters.cardRetries();
                    case "max_retry_otp_count" -> parameters.codeRetries();
                    case "max_retry_otp_not_received" -> parameters.notReceivedRetries();
                    case "max_retry_security_key" -> parameters.keyRetries();
                    case "security_ans_denial_count" -> parameters.denials();
                    case "security_ans_mid_count" -> parameters.wrongAnswers();
                    case "otp_length" -> parameters.codeLength();
                    case "security_key_length" -> parameters.keyLength();
                    case "auth_level" -> Objects.requireNonNullElse(read.claim(), "none");
                    case "phone_number" -> number == null ? "none" : number.e164();
                    default -> throw new IllegalArgumentException(name);
                };
        return value.toString();
    }
}
