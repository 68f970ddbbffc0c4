package io.vouchline.gateway.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportStatusTest {

    @ParameterizedTest
    @CsvSource({
        "answered,VOICE,100,Call answered,UNKNOWN",
        "verified,VOICE,100,Call answered,VALID",
        "not_answered,VOICE,101,Not answered,UNKNOWN",
        "undelivered,VOICE,106,Call failed,UNKNOWN",
        "busy,VOICE,107,Line busy,UNKNOWN",
        "delivered,SMS,200,Delivered to handset,UNKNOWN",
        "verified,SMS,200,Delivered to handset,VALID",
        "undelivered,SMS,207,Error delivering SMS to handset (reason unknown),UNKNOWN",
        "completed,VOICE,1900,Verify completion successfully recorded,UNKNOWN",
        "completed,SMS,1900,Verify completion successfully recorded,UNKNOWN",
    })
    void whatEndsADeliveryOrAVerificationIsToldInTheVendorsWords(
            String event, String channel, int code, String text, String codeState) {
        assertEquals(
                Optional.of(new ReportStatus(code, text, codeState)),
                ReportStatus.of(event, channel));
    }

    @ParameterizedTest
    @CsvSource({
        "issued,VOICE",
        "resent,SMS",
        "sent,SMS",
        "uncertain,VOICE",
        "wrong,SMS",
        "locked,VOICE",
        "voided,VOICE",
        "verified,EMAIL",
        "undelivered,EMAIL",
        "delivered,PUSH",
        "something new,VOICE",
        "'',''",
    })
    void whatEndsNothingIsNotTold(String event, String channel) {
        assertEquals(Optional.empty(), ReportStatus.of(event, channel));
    }
}
