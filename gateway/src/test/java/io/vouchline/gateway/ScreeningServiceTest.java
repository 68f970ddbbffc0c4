package io.vouchline.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vouchline.gateway.Upstreams.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a number that is screened, not screened, or that nobody can screen. */
@QuarkusTest
@TestProfile(ScreeningFixture.Screened.class)
class ScreeningServiceTest {

    private static final String FINE = "6502530000";
    private static final String RISKY = "6502530002";
    private static final String FIXED_LINE = "6502530004";

    /** Assessed without memory; never verified before. */
    private static final String DEGRADED = "6502530006";

    private static final String DEGRADED_AND_RISKY = "6502530007";

    /** Assessed without memory; verified before. */
    private static final String DEGRADED_AND_KNOWN = "6502530008";

    @BeforeAll
    static void theGatewayIsWarm() {
        GatewayServiceTest.theGatewayIsWarm();
    }

    /** Twice, so that what fails never is the half of what is asked. */
    @BeforeEach
    void theServicesAreFine() {
        Upstreams.are(Mode.FINE);
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        for (int assessed = 0; assessed < 2; ) {
            assertTrue(Instant.now().isBefore(deadline), "the breaker did not close again");
            if (call("standard", FINE).extract().path("risk.degraded") != null) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            } else {
                assessed++;
            }
        }
        Upstreams.forget();
    }

    // Verify Plus

    @ParameterizedTest
    @CsvSource({FINE + ", 103, allow, 82", RISKY + ", 233, block, 820"})
    void withVerifyPlusThePackagesAreThereWhetherBlockedOrNot(
            String number, int status, String recommendation, int score) {
        packages(call("standard", number).body("status.code", is(status)))
                .body("errors", hasSize(0))
                .body("risk", aMapWithSize(3))
                .body("risk.recommendation", is(recommendation))
                .body("risk.score", is(score));
        assertEquals(status == 103 ? 1 : 0, Upstreams.bodies(Upstreams.ISSUE).size());
    }

    @Test
    void theThresholdAloneDecidesAndTheScaleAloneRecommends() {
        call("lenient", RISKY)
                .body("status.code", is(103))
                .body("risk.score", is(820))
                .body("risk.recommendation", is("block"))
                .body("risk.level", is("very high"));
    }

    @Test
    void withoutVerifyPlusNobodyIsAskedAndTheAnswerHasNoPackages() {
        withoutPackages(call("off", RISKY).body("status.code", is(103)));
        assertEquals(List.of(), Upstreams.bodies(Upstreams.ASSESS));
        assertFalse(issued().getBoolean("only_if_verified_before"));
    }

    @Test
    void aShadowSeesTheScoreAndIsNeverBlocked() {
        packages(call("shadow", RISKY).body("status.code", is(103)))
                .body("risk.score", is(820))
                .body("risk.recommendation", is("block"));
        assertTrue(assessed().getBoolean("policy.shadow"));
        send("shadow", RISKY).body("otp_sent", is(true));
    }

    @Test
    void riskServiceLearnsThePolicyAndTheCircumstances() {
        call("lenient", FINE + "&originating_ip=2001:DB8::1").body("status.code", is(103));
        JsonPath asked = assessed();
        assertEquals("+1" + FINE, asked.getString("number"));
        assertEquals(FINE, asked.getString("original"));
        assertEquals("US", asked.getString("region"));
        assertEquals(820, asked.getInt("policy.threshold"));
        assertEquals("INTELLIGENCE_1_0", asked.getString("policy.scale"));
        assertEquals(
                Set.of("CA", "MX"), Set.copyOf(asked.<String>getList("policy.expected_regions")));
        assertFalse(asked.getBoolean("policy.shadow"));
        assertTrue(asked.getBoolean("circumstances.sending"));
        assertEquals("2001:db8:0:0:0:0:0:1", asked.getString("circumstances.address"));
        assertNull(asked.get("circumstances.ani"));
        assertNull(asked.get("circumstances.attestation"));
    }

    @Test
    void whatIsNotSaidIsNotMadeUp() {
        call("standard", FINE).body("status.code", is(103));
        JsonPath asked = assessed();
        assertEquals(600, asked.getInt("policy.threshold"));
        assertEquals("INTELLIGENCE_2_0", asked.getString("policy.scale"));
        assertEquals(List.of(), asked.getList("policy.expected_regions"));
        assertNull(asked.get("circumstances.address"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bank.example", "127.1", "%5B::1%5D", "fe80::1%25lo", "999.0.0.1"})
    void whatIsNoAddressIsRefusedAndNobodyIsAsked(String address) {
        for (String client : List.of("standard", "off")) {
            call(client, FINE + "&originating_ip=" + address)
                    .statusCode(400)
                    .body("errors.code", contains(-10001))
                    .body("errors[0].description", is("Invalid Request: OriginatingIp Parameter"));
        }
        assertEquals(List.of(), Upstreams.bodies(Upstreams.ASSESS));
        assertEquals(List.of(), Upstreams.bodies(Upstreams.ISSUE));
    }

    @Test
    void everyRequestIsAnAssessmentOfItsOwn() {
        call("standard", FINE);
        String first = assessed().getString("id");
        call("standard", FINE);
        assertNotEquals(first, assessed().getString("id"));
        assertTrue(first.matches("[0-9a-f-]{36}"), first);
    }

    // Text messages

    @Test
    void withoutVerifyPlusTheLineStillDecidesBetweenMessageAndCallAndNothingIsBlocked() {
        send("off", FIXED_LINE).body("otp_sent", is(true));
        assertEquals(List.of("VOICE"), issued().getList("routes.channel"));
        send("off", RISKY).body("otp_sent", is(true));
        assertEquals(List.of("SMS"), issued().getList("routes.channel"));
    }

    /** A shadow would have risk-service log what nobody wants to know. */
    @Test
    void withoutVerifyPlusTheAssessmentBlocksNothingAndIsNoShadow() {
        send("off", RISKY).body("otp_sent", is(true));
        JsonPath asked = assessed();
        assertEquals(1000, asked.getInt("policy.threshold"));
        assertFalse(asked.getBoolean("policy.shadow"));
        assertTrue(asked.getBoolean("circumstances.sending"));
    }

    // What counts as sent

    @ParameterizedTest
    @CsvSource({
        "standard, '', true",
        "standard, &verify_code=12345, false",
        "shadow, '', true",
        "document, '', false"
    })
    void aCallCountsOnlyIfTheCheckOfItsCodeWillBeSeen(String client, String code, boolean counts) {
        call(client, FINE + code).body("status.code", is(103));
        assertEquals(counts, assessed().getBoolean("circumstances.sending"));
    }

    @ParameterizedTest
    @CsvSource({"standard, true", "off, true", "document, false"})
    void aMessageCountsOnlyIfTheCheckOfItsCodeWillBeSeen(String client, boolean counts) {
        send(client, FINE).body("otp_sent", is(true));
        assertEquals(counts, assessed().getBoolean("circumstances.sending"));
    }

    /** What its own score blocks, risk-service takes back by itself; what was not counted stays. */
    @Test
    void whatThePolicyAloneBlocksIsWithdrawnAndNothingElse() {
        call("standard", RISKY).body("status.code", is(233));
        call("block", DEGRADED_AND_KNOWN + "&verify_code=12345").body("status.code", is(233));
        send("standard", FINE).body("otp_sent", is(true));
        call("block", DEGRADED_AND_KNOWN).body("status.code", is(233));
        String id = assessed().getString("id");
        assertEquals(List.of(id), Withdrawn.ids(1));
    }

    /** Its answer may have been lost when it had counted already. */
    @Test
    void whatRiskServiceDidNotAnswerIsWithdrawnIfNothingIsSent() {
        Upstreams.are(Mode.RISK_BROKEN);
        send("call", FINE).body("otp_sent", is(true));
        blocked(send("block", FINE));
        String id = assessed().getString("id");
        assertEquals(List.of(id), Withdrawn.ids(1));
    }

    @Test
    void withVerifyPlusARiskyNumberGetsNoMessage() {
        blocked(send("standard", RISKY));
        assertEquals(List.of(), Upstreams.bodies(Upstreams.ISSUE));
    }

    // A risk-service without memory

    @ParameterizedTest
    @CsvSource({"standard, 103, true", "call, 103, false", "block, 233, ", "shadow, 103, false"})
    void withoutMemoryTheClientSaysWhichWayItFails(
            String client, int status, Boolean onlyIfVerifiedBefore) {
        degradedPackages(call(client, DEGRADED_AND_KNOWN).body("status.code", is(status)))
                .body("risk.score", is(82));
        assertIssued(onlyIfVerifiedBefore);
        told(send(client, DEGRADED_AND_KNOWN), status == 103);
        assertIssued(onlyIfVerifiedBefore);
    }

    @ParameterizedTest
    @ValueSource(strings = {"standard", "call", "block"})
    void aScoreAboveTheThresholdBlocksWithoutMemoryToo(String client) {
        degradedPackages(call(client, DEGRADED_AND_RISKY).body("status.code", is(233)))
                .body("risk.score", is(820));
        blocked(send(client, DEGRADED_AND_RISKY));
        assertEquals(List.of(), Upstreams.bodies(Upstreams.ISSUE));
    }

    @Test
    void aNumberThatWasNeverVerifiedIsTheDialectsNo() {
        degradedPackages(call("standard", DEGRADED).statusCode(200))
                .body("errors", hasSize(0))
                .body("reference_id", matchesPattern("[0-9A-F]{32}"))
                .body("status.code", is(233))
                .body("status.description", is("Message blocked due to high risk score."))
                .body(not(containsString("for nobody else")));
        blocked(send("standard", DEGRADED));
        assertEquals(2, Upstreams.bodies(Upstreams.ISSUE).size(), "a no is not asked for again");
    }

    // No risk-service

    /** Of the score nothing is known: it stands in the middle, and is marked. */
    @ParameterizedTest
    @CsvSource({"standard, true", "call, false", "shadow, false"})
    void withoutRiskServiceTheClientSaysWhichWayItFails(
            String client, boolean onlyIfVerifiedBefore) {
        Upstreams.are(Mode.RISK_BROKEN);
        degradedPackages(call(client, FINE).body("status.code", is(103)))
                .body("phone_type.code", is("2"))
                .body("risk.recommendation", is("flag"))
                .body("risk.score", is(501))
                .body("risk.level", is("medium"))
                .body("numbering.phone_number", is(FINE));
        assertIssued(onlyIfVerifiedBefore);
        told(send(client, FINE), true);
        assertIssued(onlyIfVerifiedBefore);
    }

    @Test
    void withoutVerifyPlusAnAbsentRiskServiceChangesNothing() {
        Upstreams.are(Mode.RISK_BROKEN);
        withoutPackages(call("off", FINE).body("status.code", is(103)));
        assertIssued(false);
        told(send("off", FINE), true);
        assertIssued(false);
    }

    /** Nothing was assessed, so that nothing is said of a risk: the platform is to ask again. */
    @Test
    void withoutRiskServiceWhatMayGetNothingIsAnOutageAndNoBlock() {
        Upstreams.are(Mode.RISK_BROKEN);
        unavailable(call("block", FINE));
        assertIssued(null);
        unavailable(call("standard", DEGRADED));
        blocked(send("block", FINE));
        blocked(send("standard", DEGRADED));
    }

    @Test
    void withoutRiskServiceALineIsTakenToTakeCallsAndMessages() {
        Upstreams.are(Mode.RISK_BROKEN);
        call("lenient", FIXED_LINE).body("status.code", is(103));
        assertEquals(List.of("VOICE", "SMS"), issued().getList("routes.channel"));
        send("lenient", FIXED_LINE).body("otp_sent", is(true));
        assertEquals(List.of("SMS"), issued().getList("routes.channel"));
    }

    @Test
    void aRiskServiceThatIsSilentLeavesTimeForTheCode() {
        Upstreams.are(Mode.RISK_SILENT);
        Instant begin = Instant.now();
        degradedPackages(call("call", FINE).body("status.code", is(103)));
        assertTrue(
                Duration.between(begin, Instant.now()).compareTo(Duration.ofSeconds(4)) < 0,
                "the platform waits no longer");
    }

    /** Only a code for a number that is to be known may be refused so. */
    @Test
    void aConflictOverAnyOtherCodeIsAFaultAndNotANo() {
        Upstreams.are(Mode.CONFLICTING);
        call("standard", FINE).statusCode(500).body("errors.code", contains(-90001));
        send("standard", FINE).statusCode(500).body("error.code", is(500));
    }

    private static ValidatableResponse call(String client, String form) {
        return given().header("X-API-Key", ScreeningFixture.key(client))
                .contentType("application/x-www-form-urlencoded")
                .body("phone_number=" + form)
                .post("/v1/verify/call")
                .then();
    }

    private static ValidatableResponse send(String client, String number) {
        return given().header("X-API-Key", ScreeningFixture.key(client))
                .contentType(ContentType.JSON)
                .body("{\"phone_number\":\"%s\",\"channel\":\"mobile\"}".formatted(number))
                .post("/dialogflow/send_otp")
                .then();
    }

    private static ValidatableResponse packages(ValidatableResponse answer) {
        return answer.statusCode(200)
                .body("phone_type", aMapWithSize(2))
                .body("risk", aMapWithSize(3))
                .body("numbering.country_code", is("1"));
    }

    private static ValidatableResponse degradedPackages(ValidatableResponse answer) {
        return answer.statusCode(200)
                .body("errors", hasSize(0))
                .body("phone_type", aMapWithSize(2))
                .body("risk", aMapWithSize(4))
                .body("risk.degraded", is(true))
                .body("numbering.country_code", is("1"));
    }

    private static void unavailable(ValidatableResponse answer) {
        answer.statusCode(503)
                .body("sub_resource", is("call"))
                .body("errors.code", contains(-90001))
                .body("status.code", is(500));
    }

    private static void withoutPackages(ValidatableResponse answer) {
        answer.statusCode(200)
                .body("errors", hasSize(0))
                .body("verify.code_state", is("UNKNOWN"))
                .body("$", not(hasKey("phone_type")))
                .body("$", not(hasKey("risk")))
                .body("$", not(hasKey("numbering")));
    }

    private static void told(ValidatableResponse answer, boolean sent) {
        if (sent) {
            answer.statusCode(200).body("otp_sent", is(true)).body("reason", nullValue());
        } else {
            blocked(answer);
        }
    }

    private static void blocked(ValidatableResponse answer) {
        answer.statusCode(200)
                .body("$", aMapWithSize(3))
                .body("generated_otp", nullValue())
                .body("otp_sent", is(false))
                .body("reason", is("blocked"));
    }

    /** Null: nothing was issued at all. */
    private static void assertIssued(Boolean onlyIfVerifiedBefore) {
        assertEquals(
                onlyIfVerifiedBefore == null ? List.of() : List.of(onlyIfVerifiedBefore),
                Upstreams.bodies(Upstreams.ISSUE).stream()
                        .map(body -> JsonPath.from(body).getBoolean("only_if_verified_before"))
                        .toList());
        Upstreams.forget();
    }

    /** The last order that otp-service got. */
    private static JsonPath issued() {
        return JsonPath.from(Upstreams.bodies(Upstreams.ISSUE).getLast());
    }

    /** The last question that risk-service got. */
    private static JsonPath assessed() {
        return JsonPath.from(Upstreams.bodies(Upstreams.ASSESS).getLast());
    }
}
