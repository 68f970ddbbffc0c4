package io.vouchline.otp.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vouchline.contract.otp.OtpApi.DeliveryState;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarrierStatusTest {

    @ParameterizedTest
    @CsvSource({
        "MessageStatus=queued,",
        "MessageStatus=accepted,",
        "MessageStatus=sending,",
        "MessageStatus=sent, SENT",
        "MessageStatus=delivered, DELIVERED",
        "MessageStatus=undelivered, FAILED",
        "MessageStatus=failed, FAILED",
        "MessageStatus=busy,",
        "MessageStatus=something-new,",
        "MessageStatus=,",
        "MessageStatus=sent&MessageStatus=delivered,",
        "CallStatus=queued,",
        "CallStatus=initiated,",
        "CallStatus=ringing,",
        "CallStatus=in-progress, ANSWERED",
        "CallStatus=answered, ANSWERED",
        "CallStatus=completed, ANSWERED",
        "CallStatus=busy, BUSY",
        "CallStatus=no-answer, NOT_ANSWERED",
        "CallStatus=failed, FAILED",
        "CallStatus=canceled, FAILED",
        "CallStatus=delivered,",
        "Other=sent,"
    })
    void theCarriersWordsMean(String form, DeliveryState state) {
        assertEquals(Optional.ofNullable(state), CarrierStatus.of(CarrierForm.parse(form)));
    }
}
