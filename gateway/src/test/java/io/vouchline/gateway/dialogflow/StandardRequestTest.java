package io.vouchline.gateway.dialogflow;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.cloud.dialogflow.cx.v3.PageInfo.FormInfo.ParameterInfo;
import com.google.cloud.dialogflow.cx.v3.WebhookRequest;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import io.vouchline.contract.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardRequestTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @Test
    void bothSpellingsOfNamesAreRead() throws Exception {
        WebhookRequest.Builder request = WebhookRequest.newBuilder().setLanguageCode("en-us");
        request.getFulfillmentInfoBuilder().setTag(" send_otp ");
        request.getSessionInfoBuilder().setSession("s").putParameters("Channel", text("sms"));
        request.getPageInfoBuilder()
                .getFormInfoBuilder()
                .addParameterInfo(
                        ParameterInfo.newBuilder()
                                .setDisplayName("phone_number")
                                .setValue(Value.newBuilder().setNumberValue(6502530000d)));
        for (JsonFormat.Printer printer :
                List.of(JsonFormat.printer(), JsonFormat.printer().preservingProtoFieldNames())) {
            StandardRequest read = read(printer.print(request)).orElseThrow();
            assertEquals("send_otp", read.tag());
            assertEquals(Optional.of("s"), read.session());
            assertEquals("sms", read.parameters().required("channel"));
            assertEquals("6502530000", read.parameters().required("phone_number"));
            assertEquals(Optional.of("en-US"), read.parameters().language());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fulfillmentInfo", "fulfillment_info", "sessionInfo", "session_info"})
    void eitherPartTellsTheStandardForm(String member) throws Exception {
        assertTrue(read("{\"" + member + "\":{}}").isPresent());
        assertTrue(read("{\"" + member + "\":null}").isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "7",
                "\"sessionInfo\"",
                "[{\"sessionInfo\":{}}]",
                "{\"phone_number\":\"6502530000\"}",
                "{\"sessioninfo\":{}}"
            })
    void anythingElseIsNot(String body) throws Exception {
        assertTrue(read(body).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sessionInfo\":7,\"pageInfo\":[],\"payload\":\"x\",\"languageCode\":{}}",
                "{\"sessionInfo\":{\"session\":7,\"parameters\":\"x\"},\"pageInfo\":{\"formInfo\":[]}}",
                "{\"sessionInfo\":[],\"pageInfo\":{\"formInfo\":{\"parameterInfo\":{\"a\":1}}}}",
                "{\"sessionInfo\":{},\"pageInfo\":{\"formInfo\":{\"parameterInfo\":[7,null,[]]}}}",
                "{\"fulfillmentInfo\":7,\"payload\":{\"telephony\":{\"caller_id\":{}}}}"
            })
    void partsOfOtherTypesCountAsNotThere(String body) throws Exception {
        StandardRequest request = read(body).orElseThrow();
        assertEquals(Optional.empty(), request.session());
        Parameters parameters = assertDoesNotThrow(request::parameters);
        assertEquals(Optional.empty(), parameters.language());
        assertThrows(ProblemException.class, () -> parameters.required("phone_number"));
        assertThrows(ProblemException.class, request::tag);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"x\":\"1\"}                                | 1",
                "{\"X\":\"1\"}                                | 1",
                "{\"$session.params.x\":\"1\"}                | 1",
                "{\"session.params.x\":\"1\"}                 | 1",
                "{\"$flow.X\":\"1\"}                          | 1",
                "{\"$page.params.x\":\"1\"}                   | 1",
                "{\"$flow.x\":\"2\",\"x\":\"1\"}              | 1",
                "{\"x\":\"1\",\"$flow.x\":\"2\"}              | 1",
                "{\"x\":null,\"$flow.x\":\"1\"}               | 1",
                "{\"x\":\"1\",\"X\":\"1\"}                    | 1",
                "{\"x\":\"1\",\"other\":1,\"OTHER\":2}        | 1"
            })
    void aParameterIsFoundByTheNamesThatAgentsHaveForIt(String parameters, String value)
            throws Exception {
        assertEquals(value, parameters(parameters).required("x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"x\":null}",
                "{\"x\":\"\"}",
                "{\"x\":\"1\",\"X\":\"2\"}",
                "{\"$flow.x\":\"1\",\"$session.params.x\":\"2\"}",
                "{\"a.x\":\"1\"}",
                "{\"$x\":\"1\"}",
                "{\"x\":\"$flow.x\"}"
            })
    void otherwiseItIsMissingOrNobodysToChoose(String parameters) throws Exception {
        Parameters read = parameters(parameters);
        ProblemException refused = assertThrows(ProblemException.class, () -> read.required("x"));
        assertEquals(400, refused.problem().status());
    }

    private static Parameters parameters(String parameters) throws Exception {
        return read("{\"sessionInfo\":{\"parameters\":" + parameters + "}}")
                .orElseThrow()
                .parameters();
    }

    private static Optional<StandardRequest> read(String body) throws Exception {
        return StandardRequest.of(JSON.readTree(body));
    }

    private static Value text(String text) {
        return Value.newBuilder().setStringValue(text).build();
    }
}
