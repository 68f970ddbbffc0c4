package io.vouchline.risk.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vouchline.contract.risk.ListApi.Extent;
import io.vouchline.contract.risk.ListApi.Subject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectRulesTest {

    @ParameterizedTest
    @CsvSource({
        "true,  NUMBER, +46706170786,",
        "false, NUMBER, +46706170786, +46706170787",
        "false, NUMBER, +46,",
        "false, NUMBER, SE,",
        "false, NUMBER, +467061707861234,",
        "false, NUMBER, 46706170786,",
        "true,  PREFIX, +4,",
        "true,  PREFIX, +12345678901234,",
        "false, PREFIX, +123456789012345,",
        "false, PREFIX, +,",
        "false, PREFIX, +0,",
        "false, PREFIX, +04,",
        "false, PREFIX, SE,",
        "false, PREFIX, +4, +5",
        "false, PREFIX, '+4\n',",
        "true,  RANGE,  +46706170786, +46706170787",
        "true,  RANGE,  +1000, +9999",
        "false, RANGE,  +46706170786,",
        "false, RANGE,  +46706170786, SE",
        "false, RANGE,  +46706170786, +46706170786",
        "false, RANGE,  +46706170786, +46706170785",
        "false, RANGE,  +46706170786, +467061707860",
        "false, RANGE,  +467, +468",
        "true,  REGION, SE,",
        "false, REGION, XX,",
        "false, REGION, se,",
        "false, REGION, +46,",
        "false, REGION, SE, SE",
    })
    void onlyWhatCanCoverNumbersIsASubject(boolean right, Extent extent, String value, String to) {
        assertEquals(right, SubjectRules.fault(new Subject(extent, value, to)).isEmpty());
    }
}
