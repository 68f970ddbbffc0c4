package io.vouchline.gateway;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vouchline.contract.testing.ApiDocument;
import io.vouchline.contract.testing.Ports;
import io.vouchline.contract.testing.Requirement;
import io.vouchline.gateway.Upstreams.Mode;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(GatewayFixture.class)
class GatewayServiceTest {

    private static final String SAMPLE =
            "phone_number=5552345678\n&language=en-US\n&template=Your code is $$CODE$$";

    /** Until then the warm-up calls the services, and calls are counted here. */
    @BeforeAll
    static void theGatewayIsWarm() {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (given().get(Ports.management("/q/health/ready")).statusCode() != 200) {
            assertTrue(Instant.now().isBefore(deadline), "the gateway did not warm up");
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    @BeforeEach
    void theServicesAreFine() {
        Upstreams.are(Mode.FINE);
    }

    // Dialogflow

    @Test
    void telephonyVerificationAnswersTheDocumentsFields() {
        webhook("telephony_verification", "{\"phone_number\":\"6502530000\"}")
                .statusCode(200)
                .body("$", aMapWithSize(3))
                .body("account_count", is(1))
                .body("last_four_digit_of_account_number", is("7890"))
                .body("email", is("jane@example.com"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"6502530000\"", "\"+16502530000\"", "\"+1 650-253-0000\"", "6502530000",
                "6502530000.0", "6.50253E9", "[\"6502530000\"]", "\"(650) 253.0000\"",
                "\"tel:+1-650-253-0000\"", "\"６５０２５３００００\"", "\" 6502530000 \""
            })
    void aNumberIsReadInEveryFormThatPlatformsSend(String number) {
        webhook("telephony_verification", "{\"Phone_Number\":" + number + "}")
                .statusCode(200)
                .body("account_count", is(1));
    }

    @ParameterizedTest
    @Requirement(32)
    @ValueSource(
            strings = {
                "{\"phone_number\":\"$session.params.phone_number\"}",
                "{\"phone_number\":\" {phone_number} \"}",
                "{\"phone_number\":\"{6502530000}\"}",
                "{\"phone_number\":\"%phone_number%\"}",
                "{\"phone_number\":\"null\"}",
                "{\"phone_number\":null}",
                "{\"phone_number\":\"\"}",
                "{\"phone_number\":true}",
                "{\"phone_number\":{}}",
                "{\"phone_number\":[\"6502530000\",\"6502530001\"]}",
                "{\"phone_number\":6502530000.5}",
                "{\"phone_number\":1e999999999}",
                "{\"phone_number\":1e2147483648}",
                "{\"phone_number\":\"6502530000\",\"Phone_Number\":\"6502530001\"}",
                "{\"phone_number\":\"+49301234567890123\"}",
                "{\"phone_number\":\"+44 (0)0150811242\"}",
                "{\"phone_number\":1e-999999999}",
                "{\"phone_number\":1e99999999999}",
                "{\"phone_number\":-6502530000}",
                "{\"phone_number\":\"hello\"}",
                "{\"phone_number\":\"6502530000 ext 5\"}",
                "{\"phone_number\":\"6502530000\",\"phone_number\":\"6502530001\"}",
                "{}",
                "[]",
                "\"text\"",
                "{",
                "{} {}",
                ""
            })
    void badParametersAreToldWithEveryMappedFieldNullAndNothingIsLookedUp(String body) {
        int calls = Upstreams.calls();
        webhook("telephony_verification", body)
                .statusCode(400)
                .contentType(ContentType.JSON)
                .body("$", aMapWithSize(4))
                .body("$", hasKey("account_count"))
                .body("account_count", nullValue())
                .body("last_four_digit_of_account_number", nullValue())
                .body("email", nullValue())
                .body("error.code", is(400))
                .body("error.message", not(containsString("650253")));
        assertEquals(calls, Upstreams.calls());
    }

    @Test
    @Requirement(34)
    void aWebhookCanBeCalledByGet() {
        dialogflow()
                .queryParam("phone_number", "6502530000")
                .get("/dialogflow/telephony_verification")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("account_count", is(1));
        dialogflow()
                .queryParam("phone_number", "6502530000", "6502530001")
                .get("/dialogflow/telephony_verification")
                .then()
                .statusCode(400)
                .body("error.code", is(400));
    }

    @Test
    void creditCardDetailsAnswerTheDocumentsFields() {
        webhook("get_credit_card_details", "{\"phone_number\":\"6502530000\"}")
                .statusCode(200)
                .body("credit_card_count", is(2))
                .body("$", hasKey("last_four_digit_of_credit_card_number"))
                .body("last_four_digit_of_credit_card_number", nullValue())
                .body("email", nullValue());
    }

    @Test
    @Requirement(8)
    void aCodeIsSentAndNotRevealed() {
        webhook("send_otp", "{\"phone_number\":\"6502530000\",\"channel\":\"mobile\"}")
                .statusCode(200)
                .body("$", aMapWithSize(3))
                .body("generated_otp", nullValue())
                .body("otp_sent", is(true))
                .body("reason", nullValue());
    }

    @Test
    void documentModeRevealsTheCodeAndTheSecurityAnswers() {
        document("send_otp", "{\"phone_number\":\"6502530000\",\"channel\":\"E-Mail\"}")
                .statusCode(200)
                .body("generated_otp", is("012345"))
                .body("otp_sent", is(true));
        document("security_answers", "{\"phone_number\":\"6502530000\"}")
                .statusCode(200)
                .body("security_last_trans_amount", is("100.30"))
                .body("last_payment_mode", is("online"))
                .body("security_card_number", is("1234"))
                .body("user_dob", is("1995-02-03"))
                .body("cards_exp_date_all", contains("012027"));
    }

    @Test
    void outsideDocumentModeSecurityAnswersAreEmptyInTheSameShape() {
        webhook("security_answers", "{\"phone_number\":\"6502530000\"}")
                .statusCode(200)
                .body("$", aMapWithSize(5))
                .body("security_last_trans_amount", nullValue())
                .body("user_dob", nullValue())
                .body("cards_exp_date_all", empty());
    }

    @Test
    @Requirement(21)
    void noCodeIsSentWithoutARegisteredChannelOrToABlockedNumber() {
        webhook("send_otp", "{\"phone_number\":\"6502530001\",\"channel\":\"phone\"}")
                .statusCode(200)
                .body("otp_sent", is(false))
                .body("generated_otp", nullValue())
                .body("reason", is("no_channel"));
        webhook("send_otp", "{\"phone_number\":\"6502530002\",\"channel\":\"phone\"}")
                .statusCode(200)
                .body("otp_sent", is(false))
                .body("reason", is("blocked"));
        webhook("send_otp", "{\"phone_number\":\"6502530000\",\"channel\":\"pigeon\"}")
                .statusCode(400)
                .body("otp_sent", nullValue())
                .body("error.message", is("channel must be mobile or email."));
    }

    @ParameterizedTest
    @Requirement(21)
    @CsvSource({
        "6502530001, mobile, no_channel",
        "6502530001, email, no_channel",
        "6502530003, mobile, recently_changed",
        "6502530003, email, recently_changed"
    })
    void withoutAnOpenChannelNoNumberIsScreenedAndNoCodeIssued(
            String number, String channel, String reason) {
        int calls = Upstreams.calls();
        String body = "{\"phone_number\":\"%s\",\"channel\":\"%s\"}".formatted(number, channel);
        webhook("send_otp", body)
                .statusCode(200)
                .body("$", aMapWithSize(3))
                .body("generated_otp", nullValue())
                .body("otp_sent", is(false))
                .body("reason", is(reason));
        assertEquals(calls + 1, Upstreams.calls(), "lookup-service alone was asked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mobile", "email"})
    void aClientWithoutAHoldSendsToAContactThatWasJustChanged(String channel) {
        document(
                        "send_otp",
                        "{\"phone_number\":\"6502530003\",\"channel\":\"%s\"}".formatted(channel))
                .statusCode(200)
                .body("otp_sent", is(true))
                .body("reason", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"012345\"", "\"01 23-45\"", "12345", "12345.0", "\"０１２３４５\""})
    void aRightCodeVerifiesToLevelOneInEveryFormThatPlatformsSend(String code) {
        webhook("verify_otp", "{\"phone_number\":\"6502530000\",\"otp\":" + code + "}")
                .statusCode(200)
                .body("otp_verified", is(true))
                .body("code_state", is("VALID"))
                .body("auth_level", is(1));
    }

    @Test
    void aRightCodeThatThePlatformKnewVerifiesToNoLevel() {
        webhook(
                        "verify_otp",
                        "{\"phone_number\":\"6502530000\",\"otp\":\"%s\"}"
                                .formatted(Upstreams.KNOWN_CODE))
                .statusCode(200)
                .body("otp_verified", is(true))
                .body("code_state", is("VALID"))
                .body("$", hasKey("auth_level"))
                .body("auth_level", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"999999\"", "\"I have no code\"", "\"12345\""})
    void anythingElseDoesNotVerify(String code) {
        webhook("verify_otp", "{\"phone_number\":\"6502530000\",\"otp\":" + code + "}")
                .statusCode(200)
                .body("otp_verified", is(false))
                .body("code_state", is("INVALID"))
                .body("$", hasKey("auth_level"))
                .body("auth_level", nullValue());
    }

    @Test
    void dialogflowIsToldEveryRefusalInItsOwnForm() {
        refusedByDialogflow(404, dialogflow().body("{}").post("/dialogflow/nothing"));
        refusedByDialogflow(404, dialogflow().get("/dialogflow/a:b:c"));
        refusedByDialogflow(405, dialogflow().delete("/dialogflow/send_otp"));
        refusedByDialogflow(405, given().options("/dialogflow/send_otp"));
        refusedByDialogflow(
                415,
                keyed(GatewayFixture.KEY)
                        .contentType("text/plain")
                        .body("x")
                        .post("/dialogflow/send_otp"));
        refusedByDialogflow(
                413, dialogflow().body("x".repeat(70_000)).post("/dialogflow/send_otp"));
        refusedByDialogflow(
                401, given().contentType(ContentType.JSON).body("{}").post("/dialogflow/send_otp"));
        refusedByDialogflow(
                401,
                keyed("wrong")
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .post("/dialogflow/send_otp"));
        refusedByDialogflow(
                403,
                given().header("Authorization", basic())
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .post("/dialogflow/send_otp"));
    }

    // Telavox

    @Test
    void aCustomerIsFoundByAccountNumberWithGetAndWithAnEmptyPost() {
        for (String method : new String[] {"GET", "POST"}) {
            keyed(GatewayFixture.KEY)
                    .request(method, "/telavox/customer?accountNumber=1234567890")
                    .then()
                    .statusCode(200)
                    .contentType(ContentType.JSON)
                    .body("found", is(true))
                    .body("outcome", is("single"))
                    .body("customer", aMapWithSize(3))
                    .body("customer.name", is("Jane Doe"))
                    .body("customer.phoneNumber", is("+46706170786"))
                    .body("customer.accountNumber", is("1234567890"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890%23", "12345%2067890", "+1234567890%23"})
    void whatAKeypadAddsIsDropped(String number) {
        telavox("accountNumber=" + number).statusCode(200).body("found", is(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "phoneNumber=+46706170786",
                "phoneNumber=%2B46706170786",
                "phoneNumber=%2046706170786",
                "phoneNumber=%2B46%2070%20617%2007%2086",
                "phoneNumber=46706170786"
            })
    void aCallingNumberIsReadWithEverySpellingOfThePlus(String query) {
        telavox(query).statusCode(200).body("outcome", is("single"));
    }

    @Test
    void anUnknownCustomerIsAnswered200() {
        telavox("accountNumber=0000000000")
                .statusCode(200)
                .body("found", is(false))
                .body("outcome", is("none"))
                .body("$", hasKey("customer"))
                .body("customer", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown=1",
                "accountNumber=",
                "accountNumber=123",
                "accountNumber=12345678901",
                "accountNumber=12345abcde",
                "accountNumber=12345.67890",
                "accountNumber=-123456789",
                "accountNumber=true",
                "accountNumber=[1234567890]",
                "accountNumber=%221234567890%22",
                "accountNumber=1234567890%23%23",
                "accountNumber=%D9%A1%D9%A2%D9%A3%D9%A4%D9%A5%D9%A6%D9%A7%D9%A8%D9%A9%D9%A0",
                "accountNumber[]=1234567890",
                "phoneNumber=",
                "phoneNumber=hello",
                "phoneNumber=+4670617078670617078670617078",
                "phoneNumber=12",
                "accountNumber=1234567890&phoneNumber=%2B46706170786",
                "accountNumber=1234567890&accountNumber=1234567890"
            })
    void badQueriesAreToldInTelavoxFormAndNothingIsLookedUp(String query) {
        int calls = Upstreams.calls();
        refusedByTelavox(400, queried(query.replace("[", "%5B").replace("]", "%5D")));
        assertEquals(calls, Upstreams.calls());
    }

    @ParameterizedTest
    @ValueSource(ints = {35, 1_000, 3_000})
    void oversizedQueriesAreToldInTelavoxFormAndNothingIsLookedUp(int digits) {
        int calls = Upstreams.calls();
        refusedByTelavox(400, queried("accountNumber=" + "1".repeat(digits)));
        refusedByTelavox(400, queried("phoneNumber=" + "1".repeat(digits)));
        assertEquals(calls, Upstreams.calls());
    }

    /** Some part of the way encodes the marks of a template, or encodes them twice. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "accountNumber=%7BaccountNumber%7D",
                "accountNumber=%7B%7BaccountNumber%7D%7D",
                "accountNumber=%7B1234567890%7D",
                "accountNumber=%20%7BaccountNumber%7D%20",
                "accountNumber=%25accountNumber%25",
                "accountNumber=%2525accountNumber%2525",
                "accountNumber=%257BaccountNumber%257D",
                "accountNumber=$session.params.account_number",
                "accountNumber=%24%7BaccountNumber%7D",
                "accountNumber=null",
                "accountNumber=undefined",
                "phoneNumber=%7Bsystem.caller%7D",
                "phoneNumber=%7B+46706170786%7D",
                "phoneNumber=%25phoneNumber%25",
                "phoneNumber=%2525phoneNumber%2525",
                "phoneNumber=$session.params.phone_number",
                "phoneNumber=%24session.params.phone_number"
            })
    void aTemplateThatTelavoxDidNotFillInIsRefusedAndNothingIsLookedUp(String query) {
        int calls = Upstreams.calls();
        for (String method : new String[] {"GET", "POST"}) {
            refusedByTelavox(
                    400,
                    keyed(GatewayFixture.KEY)
                            .urlEncodingEnabled(false)
                            .request(method, "/telavox/customer?" + query));
        }
        assertEquals(calls, Upstreams.calls());
    }

    /** The server itself refuses what is no URL, before anything of ours sees it: with no body. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "accountNumber={accountNumber}",
                "accountNumber=%accountNumber%",
                "accountNumber=%1234%",
                "accountNumber=1234567890%",
                "phoneNumber={system.caller}",
                "phoneNumber=%phoneNumber%",
                "phoneNumber=%caller%"
            })
    void aTemplateThatIsNotEvenAUrlIsRefusedAndNothingIsLookedUp(String query) throws Exception {
        int calls = Upstreams.calls();
        String answer = raw("GET /telavox/customer?" + query + " HTTP/1.1");
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertEquals(calls, Upstreams.calls());
    }

    private static String raw(String requestLine) throws Exception {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            String request =
                    requestLine
                            + "\r\nHost: localhost\r\nX-API-Key: "
                            + GatewayFixture.KEY
                            + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static Response queried(String query) {
        return keyed(GatewayFixture.KEY)
                .urlEncodingEnabled(false)
                .get("/telavox/customer?" + query);
    }

    @Test
    void telavoxIsToldEveryRefusalInItsOwnForm() {
        refusedByTelavox(401, given().get("/telavox/customer?accountNumber=1234567890"));
        given().get("/telavox/customer?accountNumber=1234567890")
                .then()
                .header("WWW-Authenticate", "Basic realm=\"vouchline\"");
        refusedByTelavox(401, keyed("wrong").get("/telavox/customer?accountNumber=1234567890"));
        refusedByTelavox(
                403,
                keyed(GatewayFixture.DOCUMENT_KEY)
                        .get("/telavox/customer?accountNumber=1234567890"));
        refusedByTelavox(404, keyed(GatewayFixture.KEY).get("/telavox/nothing"));
        refusedByTelavox(405, keyed(GatewayFixture.KEY).delete("/telavox/customer"));
        refusedByTelavox(
                413,
                keyed(GatewayFixture.KEY)
                        .contentType("text/plain")
                        .body("x".repeat(70_000))
                        .post("/telavox/customer?accountNumber=1234567890"));
    }

    @Test
    void bothKeysOfAClientAreLive() {
        for (String key : new String[] {GatewayFixture.KEY, GatewayFixture.SECOND_KEY}) {
            keyed(key).get("/telavox/customer?accountNumber=1234567890").then().statusCode(200);
        }
    }

    // Telesign

    @Test
    void theDocumentsSampleRequestIsAnsweredFieldByField() {
        telesign(SAMPLE)
                .statusCode(200)
                .body("reference_id", is("0123456789ABCDEF0123456789ABCDEF"))
                .body("sub_resource", is("call"))
                .body("errors", hasSize(0))
                .body(
                        "status.updated_on",
                        matchesPattern("\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}\\.\\d{6}Z"))
                .body("status.code", is(103))
                .body("status.description", is("Call in progress"))
                .body("verify.code_state", is("UNKNOWN"))
                .body("verify.code_entered", is(""))
                .body("phone_type.code", is("2"))
                .body("phone_type.description", is("MOBILE"))
                .body("risk", aMapWithSize(3))
                .body("risk.recommendation", is("allow"))
                .body("risk.score", is(82))
                .body("risk.level", is("very low"))
                .body("numbering.phone_number", is("5552345678"))
                .body("numbering.min_length", is(10))
                .body("numbering.max_length", is(10))
                .body("numbering.country_code", is("1"));
    }

    @Test
    void aBlockedCallIsAnswered233() {
        telesign("phone_number=16502530002&language=en-US")
                .statusCode(200)
                .body("reference_id", matchesPattern("[0-9A-F]{32}"))
                .body("errors", hasSize(0))
                .body("status.code", is(233))
                .body("status.description", is("Message blocked due to high risk score."))
                .body("risk.recommendation", is("block"))
                .body("risk.score", is(820));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "phone_number=",
                "phone_number=12",
                "phone_number=hello",
                "phone_number=$session.params.phone_number",
                "phone_number=%7Bphone_number%7D",
                "phone_number={15552345678}",
                "phone_number=%25phone_number%25",
                "phone_number=%phone_number%",
                "phone_number=null",
                "phone_number=true",
                "phone_number=15552345678.5",
                "phone_number=15552345678155523456781555234567815552345678",
                "phone_number=5552345678&verify_code=12",
                "phone_number=5552345678&verify_code=12a45",
                "phone_number=5552345678&template=no+place+for+a+code",
                "phone_number=5552345678&language=%3Cscript%3E",
                "phone_number=5552345678&originating_ip=bank.example",
                "phone_number=5552345678&originating_ip=127.1",
                "phone_number=5552345678&originating_ip=$session.params.ip",
                "phone_number=%zz",
                "phone_number=5552345678&phone_number=5552345679"
            })
    void badParametersAreToldInTelesignFormAndNothingIsLookedUp(String form) {
        int calls = Upstreams.calls();
        refusedByTelesign(400, -10001, postCall(form));
        assertEquals(calls, Upstreams.calls());
    }

    @Test
    void telesignIsToldEveryRefusalInItsOwnForm() {
        refusedByTelesign(401, -30004, form(given()).body(SAMPLE).post("/v1/verify/call"));
        refusedByTelesign(
                401,
                -30015,
                form(given().header(
                                        "Authorization",
                                        "Basic " + GatewayFixture.CUSTOMER_ID + ":wrong"))
                        .body(SAMPLE)
                        .post("/v1/verify/call"));
        refusedByTelesign(
                401, -40002, form(keyed(GatewayFixture.KEY)).body(SAMPLE).post("/v1/verify/call"));
        refusedByTelesign(404, -40004, form(customer()).body(SAMPLE).post("/v1/nothing"));
        refusedByTelesign(405, -40005, customer().get("/v1/verify/call"));
        refusedByTelesign(
                400,
                -40006,
                customer().contentType(ContentType.JSON).body("{}").post("/v1/verify/call"));
        refusedByTelesign(413, -40006, postCall("phone_number=" + "1".repeat(70_000)));
    }

    @Test
    void theDocumentsLiteralAuthorizationHeaderIsTakenAndSoIsRfc7617() {
        for (String authorization :
                new String[] {
                    "Basic " + GatewayFixture.CUSTOMER_ID + ":" + GatewayFixture.CUSTOMER_KEY,
                    basic()
                }) {
            form(given().header("Authorization", authorization))
                    .body(SAMPLE)
                    .post("/v1/verify/call")
                    .then()
                    .statusCode(200)
                    .body("status.code", is(103));
        }
    }

    // All

    @ParameterizedTest
    @Requirement({36, 41, 42})
    @EnumSource(
            value = Mode.class,
            names = {"BROKEN", "GARBAGE", "SILENT", "RESET"})
    void whateverFailsBehindIsToldInEachDialectsForm(Mode mode) {
        Upstreams.are(mode);
        int status = 503;
        webhook("verify_otp", "{\"phone_number\":\"6502530000\",\"otp\":\"012345\"}")
                .statusCode(status)
                .body("otp_verified", nullValue())
                .body("auth_level", nullValue())
                .body("error.code", is(status));
        refusedByTelavox(
                status,
                keyed(GatewayFixture.KEY).get("/telavox/customer?accountNumber=1234567890"));
        refusedByTelesign(status, -90001, postCall(SAMPLE));
        // So much has failed that a breaker may be open: it is none of the next test's.
        Upstreams.are(Mode.FINE);
        otpServiceIsFoundAgain();
    }

    @Test
    void anOversizedValueIsNotLookedUp() {
        int calls = Upstreams.calls();
        for (int length : new int[] {257, 10_000, 70_000}) {
            String digits = "1".repeat(length);
            int status = length > 65_536 ? 413 : 400;
            webhook("telephony_verification", "{\"phone_number\":\"" + digits + "\"}")
                    .statusCode(status);
            webhook("telephony_verification", "{\"phone_number\":" + digits + "}")
                    .statusCode(status);
            webhook("verify_otp", "{\"phone_number\":\"6502530000\",\"otp\":\"" + digits + "\"}")
                    .statusCode(status);
            postCall("phone_number=" + digits).then().statusCode(status);
        }
        assertEquals(calls, Upstreams.calls());
    }

    @Test
    void aBodyThatDeclaresNoLengthIsLimitedToo() throws Exception {
        byte[] json = ("{\"phone_number\":\"" + "x".repeat(70_000) + "\"}").getBytes(UTF_8);
        HttpResponse<String> toDialogflow =
                chunked(
                        "/dialogflow/send_otp",
                        "application/json",
                        "X-API-Key",
                        GatewayFixture.KEY,
                        json);
        assertEquals(413, toDialogflow.statusCode());
        assertTrue(toDialogflow.body().contains("\"otp_sent\":null"));
        byte[] form = ("phone_number=" + "1".repeat(70_000)).getBytes(UTF_8);
        HttpResponse<String> toTelesign =
                chunked(
                        "/v1/verify/call",
                        "application/x-www-form-urlencoded",
                        "Authorization",
                        basic(),
                        form);
        assertEquals(413, toTelesign.statusCode());
        assertTrue(toTelesign.body().contains("-40006"));
    }

    private static HttpResponse<String> chunked(
            String path, String mediaType, String header, String credential, byte[] body)
            throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                        .header("Content-Type", mediaType)
                        .header(header, credential)
                        .POST(
                                HttpRequest.BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(body)))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void aLostConnectionIsTriedAgain() {
        Upstreams.are(Mode.RESET_ONCE);
        webhook("telephony_verification", "{\"phone_number\":\"6502530000\"}")
                .statusCode(200)
                .body("account_count", is(1));
    }

    @Test
    void afterManyFailuresAServiceIsLeftAloneForAWhileAndThenFoundAgain() {
        Upstreams.are(Mode.BROKEN);
        for (int i = 0; i < 25; i++) {
            webhook("verify_otp", "{\"phone_number\":\"6502530000\",\"otp\":\"012345\"}")
                    .statusCode(503);
        }
        int calls = Upstreams.calls();
        webhook("verify_otp", "{\"phone_number\":\"6502530000\",\"otp\":\"012345\"}")
                .statusCode(503);
        assertEquals(calls, Upstreams.calls());
        // Another service's breaker is not affected.
        Upstreams.are(Mode.FINE);
        telavox("accountNumber=1234567890").statusCode(200);
        otpServiceIsFoundAgain();
    }

    private static void otpServiceIsFoundAgain() {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (verify().statusCode() != 200) {
            assertTrue(Instant.now().isBefore(deadline), "the breaker did not close again");
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static Response verify() {
        return dialogflow()
                .body("{\"phone_number\":\"6502530000\",\"otp\":\"012345\"}")
                .post("/dialogflow/verify_otp");
    }

    @Test
    void aPathOfNoDialectIsAProblemDocument() {
        given().get("/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", is("urn:vouchline:problem:not-found"));
        given().get("/q/metrics").then().statusCode(404);
    }

    @Test
    void healthAndMetricsAreOnTheManagementPort() {
        for (String path :
                new String[] {"health/live", "health/ready", "health/started", "metrics"}) {
            given().get(Ports.management("/q/" + path)).then().statusCode(200);
        }
    }

    @Test
    @Requirement(8)
    void noMetricNamesAPersonOrACode() {
        webhook("verify_otp", "{\"phone_number\":\"6502530000\",\"otp\":\"012345\"}");
        dialogflow()
                .queryParam("phone_number", "6502530000")
                .get("/dialogflow/telephony_verification");
        telavox("accountNumber=1234567890");
        given().get(Ports.management("/q/metrics"))
                .then()
                .body(not(containsString("6502530000")))
                .body(not(containsString("1234567890")))
                .body(not(containsString("012345")));
    }

    @Test
    void theCommittedApiDocumentIsCurrent() {
        ApiDocument.assertIsCommitted(
                given().get(Ports.management("/openapi"))
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    private static ValidatableResponse webhook(String name, String body) {
        return dialogflow().body(body).post("/dialogflow/" + name).then();
    }

    private static ValidatableResponse document(String name, String body) {
        return keyed(GatewayFixture.DOCUMENT_KEY)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/dialogflow/" + name)
                .then();
    }

    private static RequestSpecification dialogflow() {
        return keyed(GatewayFixture.KEY).contentType(ContentType.JSON);
    }

    private static ValidatableResponse telavox(String query) {
        return keyed(GatewayFixture.KEY)
                .urlEncodingEnabled(false)
                .get("/telavox/customer?" + query)
                .then();
    }

    private static ValidatableResponse telesign(String form) {
        return postCall(form).then();
    }

    private static Response postCall(String form) {
        return form(customer()).body(form).post("/v1/verify/call");
    }

    private static RequestSpecification customer() {
        return given().header("Authorization", basic());
    }

    /** The body as it is: the test says what is encoded. */
    private static RequestSpecification form(RequestSpecification request) {
        return request.contentType("application/x-www-form-urlencoded; charset=utf-8");
    }

    private static RequestSpecification keyed(String key) {
        return given().header("X-API-Key", key);
    }

    private static String basic() {
        String credential = GatewayFixture.CUSTOMER_ID + ":" + GatewayFixture.CUSTOMER_KEY;
        return "Basic "
                + Base64.getEncoder().encodeToString(credential.getBytes(StandardCharsets.UTF_8));
    }

    private static void refusedByDialogflow(int status, Response response) {
        response.then()
                .statusCode(status)
                .contentType(ContentType.JSON)
                .body("error.code", is(status))
                .body("error.message", notNullValue());
    }

    private static void refusedByTelavox(int status, Response response) {
        response.then()
                .statusCode(status)
                .contentType(ContentType.JSON)
                .body("$", aMapWithSize(3))
                .body("found", is(false))
                .body("outcome", is("error"))
                .body("customer", nullValue());
    }

    private static void refusedByTelesign(int status, int code, Response response) {
        response.then()
                .statusCode(status)
                .contentType(ContentType.JSON)
                .body("reference_id", matchesPattern("[0-9A-F]{32}"))
                .body("sub_resource", is("call"))
                .body("errors[0].code", is(code))
                .body("errors[0].description", notNullValue())
                .body("status.code", is(status == 401 ? 501 : 500));
    }
}
