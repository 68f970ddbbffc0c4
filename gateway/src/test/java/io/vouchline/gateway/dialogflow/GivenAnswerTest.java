package io.vouchline.gateway.dialogflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vouchline.contract.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivenAnswerTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"It was 500 dollars\"",
                "\" 1234 \"",
                "1234",
                "100.30",
                "-1",
                "{\"day\":3,\"month\":2,\"year\":1995}",
                "{\"amount\":100.5,\"currency\":\"USD\"}",
                "{\"month\":\"01\",\"year\":27.5}"
            })
    void anAnswerStaysWhatItIs(String answer) throws Exception {
        assertEquals(JSON.readTree(answer), read(answer));
    }

    @Test
    void onlyTheMembersOfDatesAndAmountsAreHandedOver() throws Exception {
        assertEquals(
                JSON.readTree("{\"day\":3,\"month\":2,\"year\":1995}"),
                read(
                        """
                        {"day":3,"month":2,"year":1995,"hours":12,"partial":{},"amount":null,
                         "currency":"","name":"Jane"}"""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"\"",
                "\" \\n\"",
                "\"null\"",
                "\"$flow.answer\"",
                "\"{answer}\"",
                "\"%answer%\"",
                "true",
                "[]",
                "[1,2]",
                "[[1234]]",
                "{}",
                "{\"day\":null}",
                "{\"name\":\"Jane\"}",
                "{\"day\":\"$flow.day\",\"month\":2,\"year\":1995}",
                "{\"amount\":1e999999999}",
                "1e999999999",
                "1e-999999999",
                "123456789012345678901234567890123"
            })
    void aFaultOfAFlowIsNoAnswer(String answer) {
        ProblemException refused = assertThrows(ProblemException.class, () -> read(answer));
        assertEquals(400, refused.problem().status());
    }

    @Test
    void aTextHasAtMost256Characters() throws Exception {
        assertEquals(256, read("\"" + "1".repeat(256) + "\"").textValue().length());
        assertThrows(ProblemException.class, () -> read("\"" + "1".repeat(257) + "\""));
    }

    private static JsonNode read(String json) throws Exception {
        return GivenAnswer.read(JSON.readTree(json));
    }
}
