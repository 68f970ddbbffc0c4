package io.vouchline.gateway.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.dialect.ErrorForm.Told;
import org.junit.jupiter.api.Test;

class TwilioErrorsTest {

    private final TwilioErrors errors = new TwilioErrors();

    @Test
    void aFailureIsTwimlThatEndsTheCallAndKeepsItsStatus() {
        Told told =
                errors.told(
                        ProblemType.UNAUTHENTICATED.because("Send the client's credential."),
                        "/twilio/voice");
        assertEquals(401, told.status());
        assertEquals("application/xml", told.mediaType());
        assertEquals(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><!--Send the client's credential.--><Hangup></Hangup></Response>",
                told.body());
    }

    @Test
    void aReasonCannotEndTheRemark() {
        assertEquals(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><!--a ><Dial>b</Dial> - c--><Hangup></Hangup></Response>",
                errors.told(
                                ProblemType.MALFORMED.because("a --><Dial>b</Dial> - c-"),
                                "/twilio/voice")
                        .body());
    }
}
