package io.vouchline.gateway.telesign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vouchline.contract.problem.ProblemException;
import io.vouchline.gateway.Captures;
import io.vouchline.gateway.transaction.Transaction.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyRequestTest {

    private static final String NUMBER = "phone_number=16502530000&";

    // What real clients sent

    static List<String> calls() {
        return Captures.calls();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void everyCapturedCallIsRead(String name) {
        VerifyRequest request =
                VerifyRequest.of(Kind.CALL, new FormBody(Captures.body(name)), "US");
        assertEquals("+15552345678", request.number().e164());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java-2.3.0/01_POST_v1_verify_call.http | en-US | Your code is $$CODE$$ | ",
                "java-2.3.0/08_POST_v1_verify_call.http | fr-FR"
                        + " | Bonjour, votre code est $$CODE$$. À bientôt. | 57244",
                "node-3.0.4/01_POST_v1_verify_call.http | en-US"
                        + " | Your code is $$CODE$$ + é 100% | 57244",
                "node-3.0.4/04_POST_v1_verify_call.http | en-US | | ",
                "seed/literal_sample.http | en-US | Your code is $$CODE$$ | "
            })
    void whatTheyMeantIsUnderstood(String name, String language, String text, String code) {
        VerifyRequest request =
                VerifyRequest.of(Kind.CALL, new FormBody(Captures.body(name)), "US");
        assertEquals(language, request.language());
        assertEquals(Optional.ofNullable(text), request.message().map(MessageText::text));
        assertEquals(Optional.ofNullable(code), request.code());
    }

    // Codes

    @ParameterizedTest
    @CsvSource({
        "12, false, false",
        "123, true, true",
        "012, true, true",
        "99999, true, true",
        "123456, false, true",
        "1234567, false, true",
        "12345678, false, false",
        "12a4, false, false"
    })
    void aCallHasThreeToFiveDigitsAndATextMessageThreeToSeven(
            String code, boolean call, boolean text) {
        assertTaken(call, Kind.CALL, "verify_code=" + code);
        assertTaken(text, Kind.SMS, "verify_code=" + code);
    }

    // Texts

    @Test
    void theReferencesNameOfTheTextWinsOverTheDocuments() {
        String both = "template=A+$$CODE$$&tts_message=B+$$CODE$$";
        assertEquals("B $$CODE$$", text(Kind.CALL, both));
        assertEquals("A $$CODE$$", text(Kind.SMS, both));
    }

    @ParameterizedTest
    @CsvSource({
        "Say 123., Say $$CODE$$.",
        "123, $$CODE$$",
        "call 01234 and say 123, call 01234 and say $$CODE$$",
        "123 and 123, $$CODE$$ and $$CODE$$"
    })
    void aPlatformMayWriteItsOwnCodeInsteadOfItsPlace(String written, String understood) {
        String text = written.replace(' ', '+');
        assertEquals(understood, text(Kind.CALL, "verify_code=123&tts_message=" + text));
        assertEquals(understood, text(Kind.SMS, "verify_code=123&template=" + text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "template=none",
                "template=none&verify_code=123",
                "template=01234&verify_code=123",
                "template=$CODE$"
            })
    void aTextWithoutAPlaceForTheCodeIsRefused(String form) {
        assertEquals("Template Parameter", refused(Kind.CALL, form));
        assertEquals("Template Parameter", refused(Kind.SMS, form));
        String spoken = form.replace("template", "tts_message");
        assertEquals("TtsMessage Parameter", refused(Kind.CALL, spoken));
    }

    @Test
    void aPaymentIsNamedInATextMessage() {
        String template = "template=Pay+$$AMOUNT$$+to+$$PAYEE$$:+$$CODE$$";
        assertEquals(
                "Pay $5 to Shop: $$CODE$$",
                text(Kind.SMS, template + "&transaction_amount=%245&transaction_payee=Shop"));
        assertEquals(
                "TransactionPayee Parameter",
                refused(Kind.SMS, template + "&transaction_amount=%245"));
        assertEquals(
                "TransactionAmount Parameter",
                refused(Kind.SMS, template + "&transaction_payee=Shop"));
        assertEquals(
                "TransactionPayee Parameter",
                refused(Kind.SMS, template + "&transaction_amount=1&transaction_payee=$$CODE$$"));
    }

    // What changes nothing

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ucid=ATCK",
                "ucid=TELF",
                "ucid=othr",
                "caller_id=%2B16502530001",
                "prompt_message=Press+7&prompt_digit=7",
                "pressx=0",
                "pressx=1",
                "pressx=1&language=en-GB",
                "extension_type=0",
                "extension_type=1&extension_template=12,,34",
                "extension_type=2&extension_template=1234567890123456789012345678",
                "verify_method=keypress",
                "redial=true&call_forward_action=block&session_id=x&preference=call",
                "ignore_risk=true",
                "anything=else"
            })
    void whatCallsNeedNotIsTakenAndLeftAlone(String form) {
        VerifyRequest plain = VerifyRequest.of(Kind.CALL, form(""), "US");
        VerifyRequest request = VerifyRequest.of(Kind.CALL, form(form), "US");
        assertEquals(plain.message(), request.message());
        assertEquals(plain.code(), request.code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ucid=XXXX | Ucid",
                "caller_id=bank | CallerId",
                "caller_id=123456789012345678901 | CallerId",
                "prompt_digit=12 | PromptDigit",
                "prompt_digit=a | PromptDigit",
                "pressx=yes | Pressx",
                "pressx=1&language=fr-FR | Pressx",
                "pressx=1&tts_message=$$CODE$$ | Pressx",
                "extension_type=3 | ExtensionType",
                "extension_type=1 | ExtensionTemplate",
                "extension_type=2&extension_template=1,2 | ExtensionTemplate",
                "extension_type=1&extension_template=12a | ExtensionTemplate",
                "extension_template=12345678901234567890123456789 | ExtensionTemplate",
                "language=%3Cscript%3E | Language",
                "originating_ip=bank.example | OriginatingIp"
            })
    void whatBreaksARuleOfTheReferenceIsRefusedByItsName(String form, String name) {
        assertEquals(name + " Parameter", refused(Kind.CALL, form));
    }

    @ParameterizedTest
    @CsvSource({"2000, true", "2001, false"})
    void aPromptHas2000CodePoints(int codePoints, boolean taken) {
        assertTaken(taken, Kind.CALL, "prompt_message=" + "\uD83D\uDE00".repeat(codePoints));
    }

    @ParameterizedTest
    @CsvSource({
        "sender_id, 20, SenderId",
        "dlt_template_id, 40, DltTemplateId",
        "dlt_entity_id, 40, DltEntityId"
    })
    void textParametersAreBounded(String name, int longest, String spelled) {
        assertTaken(true, Kind.SMS, name + "=" + "a".repeat(longest));
        assertEquals(
                spelled + " Parameter", refused(Kind.SMS, name + "=" + "a".repeat(longest + 1)));
    }

    @Test
    void switchesOfTextMessagesAreTrueOrFalse() {
        assertTaken(true, Kind.SMS, "is_primary=true&sim_swap_check=False");
        assertEquals("IsPrimary Parameter", refused(Kind.SMS, "is_primary=maybe"));
        assertEquals("SimSwapCheck Parameter", refused(Kind.SMS, "sim_swap_check=1"));
    }

    // The form

    @Test
    void whatIsNotKnownIsBoundedAllTheSame() {
        assertTaken(true, Kind.CALL, "unknown=" + "a".repeat(4_096));
        assertTaken(false, Kind.CALL, "unknown=" + "a".repeat(4_097));
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 63; i++) {
            many.append("p").append(i).append("=&");
        }
        assertTaken(true, Kind.CALL, many.toString());
        assertTaken(false, Kind.CALL, many + "p63=");
    }

    @Test
    void aRequestAsTextShowsNeitherNumberNorCode() {
        VerifyRequest request =
                VerifyRequest.of(Kind.CALL, form("verify_code=54321&tts_message=$$CODE$$"), "US");
        assertFalse(request.toString().contains("650253"));
        assertFalse(request.toString().contains("54321"));
        assertFalse(request.message().toString().contains("CODE"));
    }

    private static String text(Kind kind, String form) {
        return VerifyRequest.of(kind, form(form), "US").message().orElseThrow().text();
    }

    private static void assertTaken(boolean taken, Kind kind, String form) {
        if (taken) {
            assertEquals("+16502530000", VerifyRequest.of(kind, form(form), "US").number().e164());
        } else {
            assertFalse(refused(kind, form).isEmpty());
        }
    }

    private static String refused(Kind kind, String form) {
        ProblemException failure =
                assertThrows(
                        ProblemException.class, () -> VerifyRequest.of(kind, form(form), "US"));
        assertEquals(400, failure.problem().status());
        return failure.problem().detail();
    }

    private static FormBody form(String rest) {
        return new FormBody((NUMBER + rest).getBytes(UTF_8));
    }
}
