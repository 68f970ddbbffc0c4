package io.vouchline.otp.delivery;

import static io.vouchline.otp.delivery.Messages.template;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.otp.OtpApi.Wording;
import io.vouchline.contract.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTextTest {

    @Test
    void aTemplateIsSentInsteadOfTheStandardText() {
        assertEquals(
                "1234567890, again 1234567890",
                MessageText.written(
                        Messages.of(template("$$CODE$$, again $$CODE$$"), Channel.SMS)));
    }

    @Test
    void theOriginIsTheLastLineOfATextMessageAndOfNothingElse() {
        Wording bound = new Wording("Code $$CODE$$", "en", "bank.example");
        assertEquals(
                "Code 1234567890\n@bank.example #1234567890",
                MessageText.written(Messages.of(bound, Channel.SMS)));
        assertEquals("Code 1234567890", MessageText.written(Messages.of(bound, Channel.EMAIL)));
        assertEquals(
                "Code 1, 2, 3, 4, 5, 6, 7, 8, 9, 0",
                MessageText.spoken(Messages.of(bound, Channel.VOICE)).words());
    }

    @ParameterizedTest
    @EnumSource(
            value = Channel.class,
            names = {"SMS", "VOICE", "EMAIL"})
    void aTemplateWithoutAPlaceForTheCodeIsRefused(Channel channel) {
        refused(Messages.of(template("Hello"), channel));
    }

    @Test
    void whatAnAppShowsHasNoPlaceForACode() {
        taken(Messages.of(template("Log in?"), Channel.PUSH));
        refused(Messages.of(template("Log\u0000in?"), Channel.PUSH));
    }

    @Test
    void aTextMessageHasAtMost320CharactersWithCodeAndOrigin() {
        String fits = "x".repeat(310) + "$$CODE$$";
        taken(Messages.of(template(fits), Channel.SMS));
        refused(Messages.of(template("x" + fits), Channel.SMS));
        refused(Messages.of(new Wording(fits, "en", "bank.example"), Channel.SMS));
        taken(
                Messages.of(
                        new Wording("x".repeat(284) + "$$CODE$$", "en", "bank.example"),
                        Channel.SMS));
        refused(
                Messages.of(
                        new Wording("x".repeat(285) + "$$CODE$$", "en", "bank.example"),
                        Channel.SMS));
    }

    @Test
    void mailsAndCallsMayBeLonger() {
        String longer = "x".repeat(490) + "$$CODE$$";
        taken(Messages.of(template(longer), Channel.EMAIL));
        taken(Messages.of(template(longer), Channel.VOICE));
    }

    @Test
    void everyWayThatMayFollowIsChecked() {
        String longer = "x".repeat(490) + "$$CODE$$";
        taken(Messages.of(template(longer), Channel.VOICE, Channel.EMAIL));
        refused(Messages.of(template(longer), Channel.VOICE, Channel.SMS));
        refused(Messages.of(template(longer), Channel.EMAIL, Channel.VOICE, Channel.SMS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r", "\t", "\0", "\u001b", "\u007f", "\u0085", "\u2028", "\u2029", "\u202e",
                "\u2066", "\ufffe", "\uffff", "\ud800", "\udc00"
            })
    void whatCouldBreakOutOfAMessageIsRefused(String character) {
        for (Channel channel : new Channel[] {Channel.SMS, Channel.VOICE, Channel.EMAIL}) {
            refused(Messages.of(template("$$CODE$$" + character), channel));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "é", "ü", "ł", "日本", "😀", "👨‍👩‍👧", "<&>\"'", "שלום"})
    void allThatIsWrittenAnywhereIsTaken(String text) {
        taken(Messages.of(template("$$CODE$$" + text), Channel.SMS, Channel.VOICE, Channel.EMAIL));
    }

    @Test
    void theSubjectOfAMailIsNeverTheCallers() {
        assertEquals(
                "Din verifieringskod",
                MessageText.subject(
                        Messages.of(
                                new Wording("Subject $$CODE$$", "sv-SE", null), Channel.EMAIL)));
    }

    private static void taken(Message message) {
        assertDoesNotThrow(() -> MessageText.check(message));
    }

    private static void refused(Message message) {
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> MessageText.check(message));
        assertEquals(400, refusal.problem().status());
    }
}
