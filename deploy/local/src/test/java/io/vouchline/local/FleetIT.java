package io.vouchline.local;

import static io.restassured.RestAssured.given;
import static io.vouchline.local.FleetUnderTest.arrived;
import static io.vouchline.local.FleetUnderTest.at;
import static io.vouchline.local.FleetUnderTest.call;
import static io.vouchline.local.FleetUnderTest.credentials;
import static io.vouchline.local.FleetUnderTest.fleet;
import static io.vouchline.local.FleetUnderTest.keyed;
import static io.vouchline.local.FleetUnderTest.load;
import static io.vouchline.local.FleetUnderTest.token;
import static io.vouchline.local.FleetUnderTest.verify;
import static io.vouchline.local.FleetUnderTest.webhook;
import static io.vouchline.local.FleetUnderTest.wrong;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vouchline.contract.testing.Requirement;
import io.vouchline.local.carrier.OutboxMessage;
import io.vouchline.local.process.Member;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a platform does, against the four packaged services with real stores, on free ports. */
@ExtendWith(FleetUnderTest.class)
class FleetIT {

    private static final String CALLER = "6502530000";

    @Test
    @Requirement({3, 8, 39})
    void aCallerIsFoundReceivesACodeAndIsVerifiedToLevelOne() {
        webhook("telephony_verification", "{\"phone_number\":\"6502530000\"}")
                .body("account_count", is(1))
                .body("last_four_digit_of_account_number", is("8901"))
                .body("email", is("alex.morgan@example.com"));
        Instant before = Instant.now();
        webhook("send_otp", "{\"phone_number\":\"6502530000\",\"channel\":\"mobile\"}")
                .body("generated_otp", nullValue())
                .body("otp_sent", is(true))
                .body("reason", nullValue());
        OutboxMessage message = arrived("+16502530000", before);
        webhook("verify_otp", verify("6502530000", wrong(message.code())))
                .body("otp_verified", is(false))
                .body("code_state", is("INVALID"))
                .body("auth_level", nullValue());
        webhook("verify_otp", verify("6502530000", message.code()))
                .body("otp_verified", is(true))
                .body("code_state", is("VALID"))
                .body("auth_level", is(1));
        webhook("verify_otp", verify("6502530000", message.code()))
                .body("otp_verified", is(false))
                .body("code_state", is("EXPIRED"));
    }

    @Test
    void aCodeReachesTheRegisteredMailbox() {
        Instant before = Instant.now();
        webhook("send_otp", "{\"phone_number\":\"6502530001\",\"channel\":\"email\"}")
                .body("otp_sent", is(true));
        OutboxMessage message = arrived("sam.rivera@example.com", before);
        webhook("verify_otp", verify("6502530001", message.code())).body("otp_verified", is(true));
    }

    @Test
    void inDocumentModeTheCodeAndTheAnswersAreGivenAsTheDocumentSays() {
        Instant before = Instant.now();
        String code =
                document("send_otp", "{\"phone_number\":\"6502530002\",\"channel\":\"mobile\"}")
                        .body("otp_sent", is(true))
                        .extract()
                        .path("generated_otp");
        assertEquals(arrived("+16502530002", before).code(), code);
        document("security_answers", "{\"phone_number\":\"6502530000\"}")
                .body("security_last_trans_amount", is("500.00"))
                .body("security_card_number", is("1234"))
                .body("user_dob", is("1995-02-03"));
        webhook("security_answers", "{\"phone_number\":\"6502530000\"}")
                .body("$", aMapWithSize(5))
                .body("user_dob", nullValue())
                .body("cards_exp_date_all", empty());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2025550143, 0, -", // holds cards only
                "6502530001, 2, -", // two accounts
                "6502530002, 1, 0123", // power of attorney for one account
                "2025550178, 2, -", // two persons on one number
                "6502530099, 0, -", // nobody
            })
    void everyKindOfDemoCallerIsSummarized(String number, int count, String lastFour) {
        webhook("telephony_verification", "{\"phone_number\":\"" + number + "\"}")
                .body("account_count", is(count))
                .body("$", hasKey("last_four_digit_of_account_number"))
                .body("last_four_digit_of_account_number", is(lastFour))
                .body("$", hasKey("email"));
    }

    @Test
    void aCardHolderIsFoundByHisCards() {
        webhook("get_credit_card_details", "{\"phone_number\":\"2025550143\"}")
                .body("credit_card_count", is(2))
                .body("last_four_digit_of_credit_card_number", nullValue())
                .body("email", is("priya.nair@example.com"));
    }

    @Test
    @Requirement(16)
    void anUnknownCallerGetsAnAnswerOfTheSameShapeAndNoCode() {
        webhook("send_otp", "{\"phone_number\":\"6502530098\",\"channel\":\"mobile\"}")
                .body("$", aMapWithSize(3))
                .body("generated_otp", nullValue())
                .body("otp_sent", is(false))
                .body("reason", is("no_channel"));
    }

    @Test
    void telavoxGetsTheCustomerObjectWithGetAndWithAnEmptyPost() {
        for (String method : new String[] {"GET", "POST"}) {
            keyed(credentials().apiKey())
                    .request(method, "/telavox/customer?accountNumber=1234567890")
                    .then()
                    .statusCode(200)
                    .body("found", is(true))
                    .body("customer.name", is("Jane Doe"))
                    .body("customer.phoneNumber", is("+46706170786"))
                    .body("customer.accountNumber", is("1234567890"));
        }
        keyed(credentials().apiKey())
                .queryParam("phoneNumber", "+46706170786")
                .get("/telavox/customer")
                .then()
                .body("customer.name", is("Jane Doe"));
    }

    @Test
    void telavoxIsRefusedInItsOwnForm() {
        at().get("/telavox/customer?accountNumber=1234567890")
                .then()
                .statusCode(401)
                .body("outcome", is("error"));
        keyed(credentials().apiKey())
                .get("/telavox/customer?accountNumber=123")
                .then()
                .statusCode(400)
                .body("found", is(false));
    }

    @Test
    void theTelesignDocumentsAllowedSampleComesOutFieldByField() {
        Instant before = Instant.now();
        sample(credentials().customerId(), credentials().customerKey())
                .statusCode(200)
                .body("reference_id", matchesPattern("[0-9A-F]{32}"))
                .body("sub_resource", is("call"))
                .body("errors", empty())
                .body("status.updated_on", matchesPattern(".*\\.\\d{6}Z"))
                .body("status.code", is(103))
                .body("status.description", is("Call in progress"))
                .body("verify.code_state", is("UNKNOWN"))
                .body("verify.code_entered", is(""))
                .body("phone_type.code", is("2"))
                .body("phone_type.description", is("MOBILE"))
                .body("risk.recommendation", is("allow"))
                .body("risk.score", is(82))
                .body("risk.level", is("very low"))
                .body("numbering.phone_number", is("5552345678"))
                .body("numbering.min_length", is(10))
                .body("numbering.max_length", is(10))
                .body("numbering.country_code", is("1"));
        OutboxMessage call = arrived("+15552345678", before);
        assertEquals(5, call.code().length());
    }

    @Test
    void theTelesignDocumentsBlockedSampleComesOutFieldByField() {
        sample(credentials().blockedCustomerId(), credentials().blockedCustomerKey())
                .statusCode(200)
                .body("reference_id", matchesPattern("[0-9A-F]{32}"))
                .body("errors", empty())
                .body("status.code", is(233))
                .body("status.description", is("Message blocked due to high risk score."))
                .body("verify.code_state", is("UNKNOWN"))
                .body("phone_type.code", is("2"))
                .body("risk.recommendation", is("block"))
                .body("risk.score", is(820))
                .body("risk.level", is("very high"))
                .body("numbering.phone_number", is("5552345678"))
                .body("numbering.country_code", is("1"));
    }

    @Test
    void aPremiumNumberIsBlockedByItsRealType() {
        call(credentials().customerId(), credentials().customerKey(), "phone_number=19002530000")
                .statusCode(200)
                .body("status.code", is(233))
                .body("phone_type.code", is("9"))
                .body("phone_type.description", is("RESTRICTED_PREMIUM"));
    }

    @Test
    void telesignIsRefusedInItsOwnForm() {
        sample(credentials().customerId(), "wrong")
                .statusCode(401)
                .body("errors[0].code", is(-30015))
                .body("status.code", is(501));
        call(credentials().customerId(), credentials().customerKey(), "phone_number=12")
                .statusCode(400)
                .body("errors[0].code", is(-10001));
    }

    @Test
    void dialogflowIsRefusedInItsOwnForm() {
        at().contentType(ContentType.JSON)
                .body("{}")
                .post("/dialogflow/send_otp")
                .then()
                .statusCode(401)
                .body("otp_sent", nullValue())
                .body("error.code", is(401));
        keyed(credentials().apiKey())
                .contentType(ContentType.JSON)
                .body("{\"phone_number\":\"$session.params.phone_number\"}")
                .post("/dialogflow/telephony_verification")
                .then()
                .statusCode(400)
                .body("$", hasKey("account_count"))
                .body("error.message", containsString("template"));
    }

    @ParameterizedTest
    @EnumSource(Member.class)
    void everyServiceTellsItsHealthAndMetricsWithoutNamingAnybody(Member member) {
        for (String check : List.of("live", "ready", "started")) {
            given().get(fleet().managementUrl(member) + "/q/health/" + check)
                    .then()
                    .statusCode(200)
                    .body("status", is("UP"));
        }
        given().get(fleet().managementUrl(member) + "/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("http_server_requests_seconds"))
                .body(not(containsString(CALLER)))
                .body(not(containsString("1234567890")));
    }

    @ParameterizedTest
    @Requirement(35)
    @EnumSource(
            value = Member.class,
            names = {"LOOKUP", "OTP", "RISK"})
    void noServiceAnswersWithoutAnInternalToken(Member member) {
        String path =
                switch (member) {
                    case LOOKUP -> "/v1/customers/find";
                    case OTP -> "/v1/verifications";
                    default -> "/v1/assessments";
                };
        given().contentType(ContentType.JSON)
                .body("{}")
                .post(fleet().url(member) + path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        given().contentType(ContentType.JSON)
                .header("X-API-Key", credentials().apiKey())
                .body("{}")
                .post(fleet().url(member) + path)
                .then()
                .statusCode(401);
    }

    @Test
    @Requirement(21)
    void aChangedPhoneGetsNoCodeForNowAndTheOldOneIsTold() {
        String customer =
                """
                {"id":"mover","name":"Mona Mover","phones":[{"number":"%s","verified":true}],"mailboxes":[{"address":"mona@example.com","verified":true}]}
                """;
        load(customer.formatted("+16502530041")).body("created", is(1));
        webhook("send_otp", "{\"phone_number\":\"6502530041\",\"channel\":\"mobile\"}")
                .body("otp_sent", is(true));
        Instant before = Instant.now();
        load(customer.formatted("+16502530042")).body("updated", is(1));
        webhook("send_otp", "{\"phone_number\":\"6502530042\",\"channel\":\"mobile\"}")
                .body("otp_sent", is(false))
                .body("reason", is("recently_changed"));
        webhook("send_otp", "{\"phone_number\":\"6502530042\",\"channel\":\"email\"}")
                .body("otp_sent", is(true));
        OutboxMessage notice = arrived("+16502530041", before);
        assertNull(notice.code());
        assertTrue(notice.text().contains("changed"), notice.text());
        assertFalse(notice.text().contains("042"), notice.text());
    }

    @Test
    void theDemoBankHasItsCallWidgetAndTheBuiltInOne() {
        given().auth()
                .oauth2(token(Member.LOOKUP, "widgets:read"))
                .get(fleet().url(Member.LOOKUP) + "/v1/widgets")
                .then()
                .statusCode(200)
                .body("origin", contains("SYSTEM", "USER"))
                .body("definition.name", contains("Caller verification", "Customer card"));
    }

    private static ValidatableResponse document(String name, String body) {
        return webhook(credentials().documentApiKey(), name, body);
    }

    /** The document's request, with the line breaks that it shows. */
    private static ValidatableResponse sample(String id, String key) {
        return call(
                id,
                key,
                "phone_number=5552345678\n&language=en-US\n&template=Your code is $$CODE$$");
    }
}
