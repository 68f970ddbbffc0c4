package io.vouchline.gateway.dialect;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vouchline.contract.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnfilledTemplateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$session.params.phone_number",
                "${caller}",
                "{caller}",
                "{{caller}}",
                "%caller%",
                " {caller}\n",
                "{two\nlines}",
                "%25caller%25",
                "%7bcaller%7d",
                "%24session.params.caller",
                "NULL",
                "null",
                "undefined"
            })
    void aTemplateIsRefusedByTheNameOfItsParameterAlone(String text) {
        ProblemException refusal =
                assertThrows(
                        ProblemException.class, () -> UnfilledTemplate.refuse("caller_id", text));
        assertEquals(400, refusal.problem().status());
        assertEquals(
                "caller_id holds a template that was not filled in.", refusal.problem().detail());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6502530000", "+1 650-253-0000", "100%", "a{b}c", "nullable"})
    void anythingElseIsLeftToItsReader(String text) {
        assertDoesNotThrow(() -> UnfilledTemplate.refuse("caller_id", text));
    }
}
