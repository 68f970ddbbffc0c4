package io.vouchline.gateway.telesign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.risk.RiskApi.Numbering;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberingPlanTest {

    @ParameterizedTest
    @CsvSource({
        "+16502530000, 2, MOBILE",
        "+46706170786, 2, MOBILE",
        "+4930123456, 1, FIXED_LINE",
        "+18002530000, 4, TOLL_FREE",
        "+19002530000, 9, RESTRICTED_PREMIUM",
        "+15552345678, 8, INVALID"
    })
    void theTypeIsTheOneOfTelesignsTable(String number, String code, String description) {
        NumberingPlan plan = NumberingPlan.of(PhoneNumber.ofE164(number));
        assertEquals(code, plan.phoneType().code());
        assertEquals(description, plan.phoneType().description());
    }

    @Test
    void theNumberingHasBothForms() {
        Numbering numbering =
                NumberingPlan.of(PhoneNumber.ofE164("+16502530000")).numbering("6502530000");
        assertEquals("6502530000", numbering.phoneNumber());
        assertEquals(10, numbering.minLength());
        assertEquals(10, numbering.maxLength());
        assertEquals("1", numbering.countryCode());
        assertEquals("16502530000", numbering.original().completePhoneNumber());
        assertEquals(numbering.cleansing().call(), numbering.cleansing().sms());
    }

    @ParameterizedTest
    @CsvSource({
        "16502530000, 100",
        "+1 650-253-0000, 100",
        "6502530000, 101",
        "0116502530000, 101"
    })
    void whatWasDoneToTheDigitsIsTold(String original, int code) {
        Numbering numbering =
                NumberingPlan.of(PhoneNumber.ofE164("+16502530000")).numbering(original);
        assertEquals(code, numbering.cleansing().call().cleansedCode());
    }

    @Test
    void aNumberInNoRangeMatchesNoArea() {
        Numbering numbering =
                NumberingPlan.of(PhoneNumber.ofE164("+15552345678")).numbering("15552345678");
        assertEquals(103, numbering.cleansing().call().cleansedCode());
    }
}
