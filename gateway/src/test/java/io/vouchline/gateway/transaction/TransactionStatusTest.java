package io.vouchline.gateway.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.otp.OtpApi.CodeState;
import io.vouchline.contract.otp.OtpApi.DeliveryState;
import io.vouchline.gateway.transaction.Transaction.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransactionStatusTest {

    @ParameterizedTest
    @CsvSource({
        "QUEUED, 105, Call not handled yet",
        "SENDING, 103, Call in progress",
        "SENT, 103, Call in progress",
        "DELIVERED, 100, Call answered",
        "ANSWERED, 100, Call answered",
        "NOT_ANSWERED, 101, Not answered",
        "BUSY, 107, Line busy",
        "FAILED, 106, Call failed",
        "UNKNOWN, 599, Status not available"
    })
    void aCallIsToldByItsOwnCodes(DeliveryState delivery, int code, String description) {
        assertTold(code, description, Channel.VOICE, delivery, CodeState.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "QUEUED, 290, Message in progress",
        "SENDING, 290, Message in progress",
        "SENT, 203, Delivered to gateway",
        "DELIVERED, 200, Delivered to handset",
        "FAILED, 207, Error delivering SMS to handset (reason unknown)",
        "UNKNOWN, 250, Final status unknown"
    })
    void aTextMessageIsToldByItsOwnCodes(DeliveryState delivery, int code, String description) {
        assertTold(code, description, Channel.SMS, delivery, CodeState.UNKNOWN);
    }

    @Test
    void whatWaitedUntilItsCodeWasOfNoUseIsOver() {
        assertTold(
                108,
                "Call canceled by Telesign",
                Channel.VOICE,
                DeliveryState.QUEUED,
                CodeState.EXPIRED);
        assertTold(
                221,
                "Message expired before delivery",
                Channel.SMS,
                DeliveryState.QUEUED,
                CodeState.EXPIRED);
        assertTold(100, "Call answered", Channel.VOICE, DeliveryState.ANSWERED, CodeState.EXPIRED);
    }

    @Test
    void everyStateOfEveryChannelIsTold() {
        for (Channel channel : Channel.values()) {
            for (DeliveryState delivery : DeliveryState.values()) {
                for (CodeState state : CodeState.values()) {
                    assertNotNull(TransactionStatus.of(channel, delivery, state));
                }
            }
        }
    }

    @Test
    void whatIsAnsweredAtOnceIsThatItBegan() {
        assertEquals(103, TransactionStatus.begun(Kind.CALL).code());
        assertEquals(290, TransactionStatus.begun(Kind.SMS).code());
    }

    private static void assertTold(
            int code,
            String description,
            Channel channel,
            DeliveryState delivery,
            CodeState state) {
        TransactionStatus status = TransactionStatus.of(channel, delivery, state);
        assertEquals(code, status.code());
        assertEquals(description, status.description());
    }
}
