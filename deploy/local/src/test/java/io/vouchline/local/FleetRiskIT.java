package io.vouchline.local;

import static io.restassured.RestAssured.given;
import static io.vouchline.local.FleetUnderTest.arrived;
import static io.vouchline.local.FleetUnderTest.ask;
import static io.vouchline.local.FleetUnderTest.call;
import static io.vouchline.local.FleetUnderTest.credentials;
import static io.vouchline.local.FleetUnderTest.fleet;
import static io.vouchline.local.FleetUnderTest.keyed;
import static io.vouchline.local.FleetUnderTest.messages;
import static io.vouchline.local.FleetUnderTest.stranger;
import static io.vouchline.local.FleetUnderTest.token;
import static io.vouchline.local.FleetUnderTest.typed;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vouchline.local.carrier.Channel;
import io.vouchline.local.process.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which numbers are called, and what changes that: lists, what became of earlier codes, what is
 * told, and traffic. No number here is one of the trusted demo customers'.
 */
@ExtendWith(FleetUnderTest.class)
class FleetRiskIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CALLED = 103;
    private static final int BLOCKED = 233;
    private static final String CSV_HEADER = "list,extent,value,to,reason,author,expires_at\n";
    private static final Pattern VERIFIED =
            Pattern.compile(
                    "^vouchline_outcomes_total\\{(?=[^}]*counted=\"true\")(?=[^}]*event=\"verified\")[^}]*} ([0-9.E]+)$",
                    Pattern.MULTILINE);

    @ParameterizedTest
    @CsvSource({
        "+19002530000, 1, 9", // premium rate
        "+870773111632, 870, 2", // a satellite's
    })
    void aNumberThatEarnsMoneyByItsCallsIsBlockedWithTheThreePackages(
            String number, String countryCode, String phoneType) {
        assertBlocked(stranger(number))
                .body("phone_type.code", is(phoneType))
                .body("risk.score", greaterThan(600))
                .body("numbering.country_code", is(countryCode));
    }

    @Test
    void aMobileOfTheHomeCountryThatNobodyHasSeenIsCalledWithTheThreePackages() {
        assertCalled("+12125550121")
                .body("phone_type.code", is("2"))
                .body("risk.recommendation", is("allow"))
                .body("risk.score", lessThan(200))
                .body("numbering.country_code", is("1"));
    }

    @Test
    void aNumberThatTelavoxDeniesIsNotCalledUntilAnOperatorTakesItBack() {
        String number = stranger("+13125550131");

        keyed(credentials().apiKey())
                .queryParam("phoneNumber", number)
                .queryParam("reason", "nuisance calls")
                .post("/telavox/lists/deny")
                .then()
                .statusCode(200)
                .body("listed", is(true))
                .body("list", is("deny"));
        awaitVerdict(number, is("DENY"));
        assertBlocked(number);

        risk("lists:manage")
                .contentType(ContentType.JSON)
                .body(
                        "{\"list\":\"DENY\",\"subject\":{\"extent\":\"NUMBER\",\"value\":\"%s\"},\"for_all\":false}"
                                .formatted(number))
                .post("/v1/lists/removals")
                .then()
                .statusCode(200)
                .body("removed", is(true));
        awaitVerdict(number, nullValue());
        assertCalled(number);
    }

    @Test
    void aPrefixThatAnOperatorImportsIsNotCalled() {
        String number = stranger("+15035550141");

        load(CSV_HEADER + "DENY,PREFIX,+150355501,,range of a fraud,operator,\n")
                .statusCode(200)
                .body("added", is(1));

        awaitVerdict(number, is("DENY"));
        assertBlocked(number);
        assertCalled("+15035550241");
    }

    @Test
    void anImportWithABadLineAddsNothing() {
        String number = stranger("+16025550151");

        load(CSV_HEADER
                        + "DENY,PREFIX,+1602555,,range of a fraud,operator,\n"
                        + "DENY,NUMBER,%s,,without plus,operator,\n".formatted(number.substring(1)))
                .statusCode(422)
                .body("detail", containsString("line 3: "))
                .body("detail", not(containsString(number.substring(1))));

        // Imported after it: where this one holds, nothing of the other is on its way any more.
        load(CSV_HEADER + "DENY,NUMBER,+16025560152,,nuisance calls,operator,\n")
                .statusCode(200)
                .body("added", is(1));
        awaitVerdict(stranger("+16025560152"), is("DENY"));
        finding(number).body("verdict", nullValue());
        assertCalled(number);
    }

    @Test
    void aNumberThatHasVerifiedACodeIsTrustedByIt() {
        String number = "+17205550161";
        assessment(number).body("risk.reasons.code", not(hasItem("standing")));
        double before = verifiedOutcomes();
        Instant start = Instant.now();
        assertCalled(number);
        String code = Objects.requireNonNull(arrived(number, start).code());

        ask(
                        "/verifications/check",
                        "{\"phone_number\":\"%s\",\"code\":\"%s\"}".formatted(number, code))
                .statusCode(200)
                .body("verified", is(true));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assessment(number)
                                        .body("degraded", is(false))
                                        .body("risk.reasons[0].code", is("standing"))
                                        .body(
                                                "risk.reasons[0].description",
                                                is("a number that was verified within 30 days"))
                                        .body("risk.reasons[0].points", lessThan(0f)));
        assertTrue(verifiedOutcomes() >= before + 1, "the event is counted in the metrics");
    }

    @Test
    void whoPumpsNeighbouringNumbersAbroadGetsFewOfThemCalledAndHarmsNobodyElse() {
        Instant start = Instant.now();
        List<String> numbers =
                IntStream.range(29_000_100, 29_000_160)
                        .mapToObj(national -> stranger("+371" + national))
                        .toList();

        List<Integer> answers =
                numbers.stream()
                        .map(number -> telesign(number).extract().<Integer>path("status.code"))
                        .toList();

        long called = answers.stream().filter(code -> code == CALLED).count();
        assertTrue(called >= 1 && called <= 15, called + " were called: " + answers);
        assertEquals(answers.size() - called, answers.stream().filter(c -> c == BLOCKED).count());
        assertEquals(BLOCKED, answers.getLast());
        await().atMost(PATIENCE).until(() -> arrivedAt(numbers, start), is(called));
        assertCalled("+16502530000");
        assertCalled("+19175550165");
    }

    @Test
    void aNumberThatIsToldToTakePartInFraudIsNotCalledUntilItIsToldToBeGenuine() {
        String number = "+14145550171";

        tell("fraud-0171", number, "fraud").body("counted", is(true));
        assertBlocked(number);
        tell("fraud-0171", number, "fraud").body("counted", is(false));

        tell("genuine-0171", number, "genuine").body("counted", is(true));
        assertCalled(number);
    }

    /** Telesign's call, which writes numbers without plus sign. */
    private static ValidatableResponse telesign(String number) {
        return call(
                        credentials().customerId(),
                        credentials().customerKey(),
                        "phone_number=%s&language=en-US&template=Your code is $$CODE$$"
                                .formatted(number.substring(1)))
                .statusCode(200)
                .body("reference_id", not(nullValue()));
    }

    /** Answered 103, and the phone rings. */
    private static ValidatableResponse assertCalled(String number) {
        Instant start = Instant.now();
        ValidatableResponse answer = telesign(number).body("status.code", is(CALLED));
        assertEquals(Channel.VOICE, arrived(number, start).channel());
        return answer;
    }

    private static ValidatableResponse assertBlocked(String number) {
        return telesign(number)
                .body("status.code", is(BLOCKED))
                .body("risk.recommendation", is("block"));
    }

    private static long arrivedAt(List<String> numbers, Instant since) {
        return numbers.stream().mapToLong(number -> messages(number, since).size()).sum();
    }

    private static ValidatableResponse tell(String id, String number, String outcome) {
        return ask(
                        "/feedback",
                        "{\"id\":\"%s\",\"phone_number\":\"%s\",\"outcome\":\"%s\"}"
                                .formatted(id, number, outcome))
                .statusCode(200);
    }

    private static RequestSpecification risk(String scope) {
        return given().baseUri(fleet().url(Member.RISK)).auth().oauth2(token(Member.RISK, scope));
    }

    private static ValidatableResponse load(String csv) {
        return typed(risk("lists:manage"), "text/csv").body(csv).post("/v1/lists/import").then();
    }

    /** What the lists say, as the service assesses by them. */
    private static ValidatableResponse finding(String number) {
        return risk("lists:manage")
                .contentType(ContentType.JSON)
                .body("{\"number\":\"%s\"}".formatted(number))
                .post("/v1/lists/matches")
                .then()
                .statusCode(200);
    }

    private static void awaitVerdict(String number, Matcher<? super String> verdict) {
        await().atMost(PATIENCE).untilAsserted(() -> finding(number).body("verdict", verdict));
    }

    /** As the gateway asks, for a request that sends nothing: so it leaves no trace. */
    private static ValidatableResponse assessment(String number) {
        return risk("numbers:assess")
                .contentType(ContentType.JSON)
                .body(
                        """
                        {"id": "%s", "number": "%s", "original": "%s", "region": "US",
                         "policy": {"threshold": 600, "scale": "INTELLIGENCE_2_0", "expected_regions": [], "shadow": false},
                         "circumstances": {"sending": false}}
                        """
                                .formatted(UUID.randomUUID(), number, number))
                .post("/v1/assessments")
                .then()
                .statusCode(200);
    }

    private static double verifiedOutcomes() {
        String metrics = given().get(fleet().managementUrl(Member.RISK) + "/q/metrics").asString();
        return VERIFIED.matcher(metrics)
                .results()
                .map((MatchResult line) -> line.group(1))
                .mapToDouble(Double::parseDouble)
                .sum();
    }
}
