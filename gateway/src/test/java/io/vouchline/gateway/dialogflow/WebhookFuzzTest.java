package io.vouchline.gateway.dialogflow;

import static io.vouchline.gateway.Refusals.unlessRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vouchline.contract.json.StrictJson;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.OtpApi;
import io.vouchline.gateway.KeptInputs;
import io.vouchline.gateway.Queries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a webhook gets, as a body in either form and as a query: all that any webhook reads of
 * it is within its bounds, or refused with a problem.
 *
 * <p>Every build reads the inputs that are kept; with {@code JAZZER_FUZZ=1} the fuzzer starts from
 * them.
 */
class WebhookFuzzTest {

    private static final List<String> REGIONS = List.of("US", "SE", "DE", "ZZ");
    private static final int MOST_BYTES_OF_AN_ANSWER = 4_096;

    private static final ObjectMapper MAPPER = StrictJson.strict(new ObjectMapper());
    private static final JsonBody JSON = new JsonBody(MAPPER);
    private static final Webhooks WEBHOOKS = new Webhooks(List.of());

    @FuzzTest(maxDuration = "1m")
    @EnabledIfEnvironmentVariable(named = "JAZZER_FUZZ", matches = "1")
    void anyBodyIsReadWithinItsBoundsOrRefused(byte[] bytes) {
        check(bytes);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void everyBodyThatIsKeptIsReadWithinItsBoundsOrRefused(Path input) throws IOException {
        check(Files.readAllBytes(input));
    }

    static List<Path> inputs() {
        return KeptInputs.of(WebhookFuzzTest.class, "anyBodyIsReadWithinItsBoundsOrRefused");
    }

    private static void check(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        Optional<JsonNode> body = unlessRefused(() -> JSON.read("application/json", bytes));
        body.flatMap(StandardRequest::of).ifPresent(WebhookFuzzTest::checkStandard);
        body.flatMap(read -> unlessRefused(() -> Parameters.of(read)))
                .ifPresent(WebhookFuzzTest::checkParameters);
        unlessRefused(() -> Parameters.of(Queries.read(text)))
                .ifPresent(WebhookFuzzTest::checkParameters);
        Optional<JsonNode> _ = unlessRefused(() -> JSON.read(text, bytes));
    }

    private static void checkStandard(StandardRequest request) {
        unlessRefused(request::tag)
                .ifPresent(
                        tag -> {
                            assertFalse(tag.isBlank(), "a blank tag");
                            assertTrue(WEBHOOKS.named(tag).isEmpty(), "a webhook out of nothing");
                        });
        String key = SameTurn.of("send_otp", OtpApi.Channel.SMS, request.session()).key();
        assertTrue(key.length() <= 128, "a key without bounds");
        unlessRefused(request::parameters).ifPresent(WebhookFuzzTest::checkParameters);
    }

    private static void checkParameters(Parameters parameters) {
        for (String region : REGIONS) {
            unlessRefused(() -> parameters.phoneNumber(region))
                    .ifPresent(number -> assertEquals(number, PhoneNumber.ofE164(number.e164())));
        }
        checkCode(parameters, "otp");
        checkCode(parameters, "security_key");
        parameters
                .language()
                .ifPresent(tag -> assertTrue(tag.matches(OtpApi.LANGUAGE_TAG), "a language"));
        var _ = unlessRefused(() -> WantedChannel.of(parameters.required("channel")));
        var _ = unlessRefused(() -> AskedQuestion.of(parameters.required("question")));
        unlessRefused(() -> GivenAnswer.read(parameters.value("answer")))
                .ifPresent(WebhookFuzzTest::checkAnswer);
    }

    private static void checkCode(Parameters parameters, String name) {
        for (int length : new int[] {4, 6, 10}) {
            unlessRefused(() -> parameters.code(name, length))
                    .flatMap(code -> code)
                    .ifPresent(digits -> assertTrue(digits.matches("[0-9]{1,16}"), "a code"));
        }
    }

    private static void checkAnswer(JsonNode answer) {
        try {
            int bytes = MAPPER.writeValueAsBytes(answer).length;
            assertTrue(bytes <= MOST_BYTES_OF_AN_ANSWER, "an answer of " + bytes + " bytes");
        } catch (JsonProcessingException e) {
            throw new AssertionError("an answer that cannot be passed on", e);
        }
    }
}
