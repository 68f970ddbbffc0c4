package io.vouchline.gateway.callback;

import static io.vouchline.gateway.callback.SampleTransactions.REFERENCE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.vouchline.contract.risk.RiskApi.Assessment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportBodyTest {

    static final ObjectMapper JSON =
            new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    @Test
    void aReportHasTheVendorsFieldsInTheVendorsForm() throws JsonProcessingException {
        assertEquals(
                JSON.readTree(
                        """
                        {"status":{"code":100,"description":"Call answered",
                          "updated_on":"2026-01-31T12:00:30.500000Z"},
                         "submit_timestamp":"2026-01-31T12:00:00.123456Z",
                         "errors":[],
                         "reference_id":"A123456789ABCDEF0123456789ABCDEF",
                         "verify":{"code_state":"VALID","code_entered":null},
                         "sub_resource":"call",
                         "additional_info":{},
                         "score_status":{
                          "phone_type":{"code":"2","description":"MOBILE"},
                          "risk":{"recommendation":"allow","score":82,"level":"very low"},
                          "numbering":{"phone_number":"6502530000","min_length":10,"max_length":10,
                           "country_code":"1"}}}"""),
                JSON.readTree(written(SampleTransactions.assessment())));
    }

    @Test
    void aNumberThatWasNotAssessedHasNoScore() throws JsonProcessingException {
        assertEquals(false, JSON.readTree(written(null)).has("score_status"));
    }

    private static String written(@Nullable Assessment assessment) throws JsonProcessingException {
        Report report =
                new Report(
                        "platform",
                        REFERENCE,
                        new ReportStatus(100, "Call answered", "VALID"),
                        Instant.parse("2026-01-31T12:00:30.5Z"));
        return JSON.writeValueAsString(
                ReportBody.of(
                        report,
                        SampleTransactions.transaction(
                                REFERENCE, "platform", "https://bank.example/", assessment)));
    }
}
