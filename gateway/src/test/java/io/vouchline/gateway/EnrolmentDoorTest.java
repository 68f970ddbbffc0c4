package io.vouchline.gateway;

import static io.restassured.RestAssured.given;
import static io.vouchline.gateway.Doors.assertion;
import static io.vouchline.gateway.Doors.assertionOfTwoFactors;
import static io.vouchline.gateway.Doors.key;
import static io.vouchline.gateway.Doors.keyed;
import static io.vouchline.gateway.Doors.number;
import static io.vouchline.gateway.Doors.operator;
import static io.vouchline.gateway.Doors.problem;
import static io.vouchline.gateway.Doors.proven;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.contract.testing.Ports;
import io.vouchline.contract.testing.Requirement;
import io.vouchline.contract.testing.Tokens;
import io.vouchline.gateway.Services.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(DoorsFixture.Open.class)
class EnrolmentDoorTest {

    private static final String MAKE = "/v1/security-keys";
    private static final String CHECK = "/v1/security-keys/check";
    private static final String ENROL = "/v1/authenticators";
    private static final String CONFIRM = "/v1/authenticators/confirm";
    private static final String REVOKE = "/v1/authenticators/revoke";
    private static final String NOTICES = "/v1/notices";
    private static final String SCOPE = "authenticators:enrol";

    @BeforeEach
    void theServicesAreFine() {
        Services.areAway("");
        Services.areSilent("");
    }

    // Enrolling

    @Test
    void whatACallerHasProvenLetsAClientEnrol() {
        String id =
                enrolled(enrol(client(), "{\"phone_number\":\"6502530000\",\"account\":\"Jane\"}"))
                        .extract()
                        .path("id");
        Call made = Services.calls(MAKE).getLast();
        assertEquals(id, made.member("id"));
        assertEquals("person-1", made.member("subject"));
        assertEquals("Bank of the Tests", made.member("issuer"));
        assertEquals("Jane", made.member("account"));
        assertEquals("SHA1", made.member("algorithm"));
        assertTrue(made.body().contains("\"digits\":8"), made.body());
        assertEquals("security-keys:make security-keys:check", made.claim("scope"));
        Call kept = Services.calls(ENROL).getLast();
        assertEquals(id, kept.member("id"));
        assertEquals("c2VhbGVk", kept.member("sealed"));
        assertEquals(Services.PERSON, kept.member("number"));
        assertEquals("bank", kept.claim("tenant"));
    }

    @Test
    void anOperatorsTokenAloneLetsEnrol() {
        enrolled(enrol(operator(token("bank", SCOPE)), number("6502530000")));
        Call made = Services.calls(MAKE).getLast();
        assertEquals("bank", made.claim("tenant"));
        assertEquals("operator", made.claim("client"));
        assertEquals("customer", made.member("account"));
    }

    @Test
    void withoutANameOfItsOwnTheTenantIsTheIssuerAndSixDigitsAreShown() {
        enrolled(
                enrol(
                        proven(
                                DoorsFixture.FOREIGN_KEY,
                                assertionOfTwoFactors(DoorsFixture.FOREIGN_KEY, Services.PERSON)),
                        number(Services.PERSON)));
        Call made = Services.calls(MAKE).getLast();
        assertEquals("another-bank", made.member("issuer"));
        assertTrue(made.body().contains("\"digits\":6"), made.body());
    }

    @Test
    void aNumberThatIsNotExactlyOnePersonsIsToldToAnOperator() {
        nothingMade(
                () ->
                        problem(
                                409,
                                "conflict",
                                enrol(operator(token("bank", SCOPE)), number(Services.NOBODY))));
    }

    @Test
    void aNumberThatBecameSharedMeanwhileIs409() {
        problem(409, "conflict", enrol(client(), number(Services.SHARED_SINCE)));
    }

    @Test
    void aSixthAuthenticatorIs409() {
        problem(409, "conflict", enrol(client(), number(Services.WITH_FIVE)))
                .body("detail", containsString("as many"));
    }

    // Who may

    @Test
    void aClientThatIsNotAllowedToIsRefusedWhateverTheCallerHasProven() {
        String proof = assertionOfTwoFactors(DoorsFixture.PLAIN_KEY, Services.PERSON);
        for (String path : paths()) {
            nothingMade(
                    () ->
                            problem(
                                    403,
                                    "forbidden",
                                    proven(DoorsFixture.PLAIN_KEY, proof)
                                            .body(key(Services.PERSON, Services.RIGHT_KEY))
                                            .post(path)));
        }
    }

    @Test
    void aClientOfAnotherDialectAndNobodyAreRefused() {
        for (String path : paths()) {
            String body = key(Services.PERSON, Services.RIGHT_KEY);
            nothingMade(
                    () ->
                            problem(
                                    403,
                                    "forbidden",
                                    keyed(DoorsFixture.PLATFORM_KEY).body(body).post(path)));
            nothingMade(
                    () ->
                            problem(
                                    401,
                                    "unauthenticated",
                                    given().contentType(ContentType.JSON).body(body).post(path)));
        }
    }

    @Test
    void withoutAnAssertionThatHoldsNothingIsMade() {
        Map<String, String> assertions =
                Map.of(
                        "none", "",
                        "garbage", "a.b.c",
                        "another tenant's", assertion(DoorsFixture.FOREIGN_KEY, Services.PERSON),
                        "another subject's",
                                assertion(DoorsFixture.PLAIN_KEY, Services.ANOTHER_PERSON),
                        "expired", bent(claims -> claims.setExpirationTime(past()), "x"),
                        "of another type", bent(claims -> {}, "vouchline-internal+jwt"),
                        "of level 0", bent(claims -> claims.setClaim("auth_level", 0), "x"),
                        "an operator's token", token("bank", SCOPE),
                        "of the internal key", internallySigned());
        for (String assertion : assertions.values()) {
            for (String path : paths()) {
                nothingMade(
                        () ->
                                problem(
                                        403,
                                        "forbidden",
                                        proven(DoorsFixture.ENROLLING_KEY, assertion)
                                                .body(key(Services.PERSON, Services.RIGHT_KEY))
                                                .post(path)));
            }
        }
    }

    @Test
    @Requirement(33)
    void theFirstAuthenticatorTakesOneFactor() {
        enrolled(enrol(withOneFactor(), number(Services.WITHOUT_AUTHENTICATOR)));
        confirmed(
                withOneFactor()
                        .body(key(Services.WITHOUT_AUTHENTICATOR, Services.RIGHT_KEY))
                        .post("/authenticators/" + Services.PENDING + "/confirm"),
                true,
                true);
        revoked(
                withOneFactor()
                        .body(number(Services.WITHOUT_AUTHENTICATOR))
                        .post("/authenticators/" + Services.PENDING + "/revoke"),
                true,
                true);
    }

    @Test
    @Requirement(33)
    void whoHasAConfirmedAuthenticatorNeedsItToBindConfirmOrRemoveAnother() {
        for (String path : paths()) {
            nothingMade(
                    () ->
                            problem(
                                    403,
                                    "forbidden",
                                    withOneFactor()
                                            .body(key(Services.PERSON, Services.RIGHT_KEY))
                                            .post(path)));
        }
        nothingMade(
                () ->
                        problem(
                                403,
                                "forbidden",
                                withOneFactor()
                                        .body(number(Services.PERSON))
                                        .post(
                                                "/authenticators/"
                                                        + Services.CONFIRMED
                                                        + "/revoke")));
    }

    @Test
    void toAClientWhoHasToProveMoreAndSomebodyElseLookAlike() {
        String somebody = refusal(enrol(withOneFactor(), number(Services.ANOTHER_PERSON)));
        assertEquals(somebody, refusal(enrol(withOneFactor(), number(Services.PERSON))));
    }

    @Test
    void toAClientNobodyAndSomebodyElseLookAlike() {
        String nobody = refusal(enrol(client(), number(Services.NOBODY)));
        assertEquals(nobody, refusal(enrol(client(), number(Services.ANOTHER_PERSON))));
    }

    @Test
    void anOperatorsTokenThatIsNotGoodIs401() {
        List<String> tokens = new ArrayList<>(List.of("", "a.b.c", "x".repeat(5_000)));
        tokens.add(bentOperator("lookup-service", "vouchline-internal+jwt", 5));
        tokens.add(bentOperator("gateway", "vouchline-assertion+jwt", 5));
        tokens.add(bentOperator("gateway", "vouchline-internal+jwt", -5));
        tokens.add(assertion(DoorsFixture.ENROLLING_KEY, Services.PERSON));
        for (String token : tokens) {
            nothingMade(
                    () ->
                            problem(
                                    401,
                                    "unauthenticated",
                                    enrol(operator(token), number(Services.PERSON))));
        }
    }

    @Test
    void anOperatorsTokenWithoutTheScopeOrOfAnUnknownTenantIs403() {
        for (String token :
                List.of(
                        token("bank", "customers:import"),
                        token("bank", "authenticators:enrolment"),
                        token("bank"),
                        token("no-bank", SCOPE))) {
            nothingMade(
                    () ->
                            problem(
                                    403,
                                    "forbidden",
                                    enrol(operator(token), number(Services.PERSON))));
        }
    }

    @Test
    void anOperatorsTokenBesideAClientsKeyDoesNotStandInForAnAssertion() {
        nothingMade(
                () ->
                        problem(
                                403,
                                "forbidden",
                                enrol(
                                        operator(token("bank", SCOPE))
                                                .header("X-API-Key", DoorsFixture.ENROLLING_KEY),
                                        number(Services.PERSON))));
    }

    @Test
    void anOperatorsTokenOpensNoOtherDoor() {
        String token = token("bank", SCOPE);
        for (String path : List.of("/pushes", "/verifications/check", "/authenticators/check")) {
            problem(
                    401,
                    "unauthenticated",
                    operator(token).body(key(Services.PERSON, Services.RIGHT_KEY)).post(path));
        }
    }

    // Confirming

    @Test
    void aRightKeyBindsAndTheCustomerIsToldAtEveryContact() {
        int notices = Services.calls(NOTICES).size();
        confirmed(confirm(Services.PENDING, key(Services.PERSON, Services.RIGHT_KEY)), true, true)
                .body("code_state", is("VALID"));
        Call check = Services.calls(CHECK).getLast();
        assertTrue(
                check.body().contains(Services.PENDING)
                        && !check.body().contains(Services.CONFIRMED),
                "not just the one key was checked");
        assertEquals("person-1", check.member("subject"));
        assertEquals(Services.PENDING, Services.calls(CONFIRM).getLast().member("id"));
        List<Call> told = Services.calls(NOTICES).subList(notices, Services.calls(NOTICES).size());
        assertEquals(2, told.size());
        assertTrue(told.stream().allMatch(n -> n.member("kind").equals("AUTHENTICATOR_BOUND")));
        assertTrue(told.stream().anyMatch(n -> n.member("number").equals(Services.PERSON)));
        assertTrue(told.stream().anyMatch(n -> n.member("mailbox").equals(Services.MAILBOX)));
        assertTrue(told.stream().allMatch(n -> n.claim("scope").equals("notices:send")));
        assertTrue(Services.calls("/v1/channels/find").getLast().body().contains("seconds\":0}"));
    }

    @Test
    void anOperatorConfirmsToo() {
        confirmed(
                operator(token("bank", SCOPE))
                        .body(key(Services.PERSON, Services.RIGHT_KEY))
                        .post("/authenticators/" + Services.PENDING + "/confirm"),
                true,
                true);
        assertEquals("operator", Services.calls(NOTICES).getLast().claim("client"));
    }

    @Test
    void aRepeatedConfirmationChangesNothingAndEndsTheSame() {
        confirmed(
                withOneFactor()
                        .body(key(Services.PERSON, Services.RIGHT_KEY))
                        .post("/authenticators/" + Services.CONFIRMED + "/confirm"),
                true,
                true);
    }

    @Test
    void whatIsGoneByTheTimeThatItIsConfirmedIsNotBoundAndNobodyIsTold() {
        int notices = Services.calls(NOTICES).size();
        confirmed(
                        confirm(
                                Services.PENDING,
                                key(Services.FORGOTTEN_AUTHENTICATOR, Services.RIGHT_KEY)),
                        false,
                        false)
                .body("code_state", is("VALID"));
        assertEquals(notices, Services.calls(NOTICES).size());
    }

    @Test
    void aWrongKeyBindsNothingAndNobodyIsTold() {
        int confirms = Services.calls(CONFIRM).size();
        int notices = Services.calls(NOTICES).size();
        confirmed(confirm(Services.PENDING, key(Services.PERSON, "654321")), false, false)
                .body("code_state", is("INVALID"));
        confirmed(confirm(Services.PENDING, key(Services.LOCKED, Services.RIGHT_KEY)), false, false)
                .body("code_state", is("MAX_ATTEMPTS_EXCEEDED"));
        assertEquals(confirms, Services.calls(CONFIRM).size());
        assertEquals(notices, Services.calls(NOTICES).size());
    }

    @Test
    void eachRequestIsAnAttemptOfItsOwn() {
        confirmed(confirm(Services.PENDING, key(Services.PERSON, "654321")), false, false);
        String first = Services.calls(CHECK).getLast().member("attempt_id");
        confirmed(confirm(Services.PENDING, key(Services.PERSON, "654321")), false, false);
        assertTrue(!first.equals(Services.calls(CHECK).getLast().member("attempt_id")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "33333333-3333-4333-8333-333333333333",
                "1-1-1-1-1",
                "11111111-1111-4111-8111-11111111111G",
                "x"
            })
    void anUnknownAuthenticatorIs404(String id) {
        problem(404, "not-found", confirm(id, key(Services.PERSON, Services.RIGHT_KEY)));
    }

    @Test
    void aContactThatCannotBeToldKeepsNeitherTheBindingNorTheOtherNoticeFromBeing() {
        int notices = Services.calls(NOTICES).size();
        double before = untold("AUTHENTICATOR_BOUND");
        confirmed(
                confirm(Services.PENDING, key(Services.UNREACHABLE_PHONE, Services.RIGHT_KEY)),
                true,
                false);
        assertEquals(notices + 2, Services.calls(NOTICES).size());
        assertEquals(before + 1, untold("AUTHENTICATOR_BOUND"));
    }

    @Test
    void aCustomerWithoutAContactIsBoundAndNotTold() {
        confirmed(
                confirm(Services.PENDING, key(Services.WITHOUT_CONTACT, Services.RIGHT_KEY)),
                true,
                false);
    }

    @Test
    void contactsThatCannotBeFoundDoNotUndoTheBinding() {
        RequestSpecification client = client();
        Services.areAway("/v1/channels");
        confirmed(
                client.body(key(Services.PERSON, Services.RIGHT_KEY))
                        .post("/authenticators/" + Services.PENDING + "/confirm"),
                true,
                false);
    }

    @Test
    void aCarrierThatTakesItsTimeDoesNotKeepTheClientWaiting() {
        Services.areSilent(NOTICES);
        String proof = assertionOfTwoFactors(DoorsFixture.ENROLLING_KEY, Services.PERSON);
        long start = System.nanoTime();
        confirmed(
                proven(DoorsFixture.ENROLLING_KEY, proof)
                        .body(key(Services.PERSON, Services.RIGHT_KEY))
                        .post("/authenticators/" + Services.PENDING + "/confirm"),
                true,
                false);
        Times.assertWithinBudget(start);
    }

    @Test
    void aBindingThatMayOrMayNotHaveBeenIsCountedAsUntold() {
        double before = untold("AUTHENTICATOR_BOUND");
        problem(
                503,
                "unavailable",
                confirm(Services.PENDING, key(Services.UNCERTAIN, Services.RIGHT_KEY)));
        assertEquals(before + 1, untold("AUTHENTICATOR_BOUND"));
    }

    // Revoking

    @Test
    void anAuthenticatorIsRemovedAndTheCustomerIsTold() {
        revoked(revoke(Services.CONFIRMED, number(Services.PERSON)), true, true);
        assertEquals(Services.CONFIRMED, Services.calls(REVOKE).getLast().member("id"));
        assertEquals("AUTHENTICATOR_REMOVED", Services.calls(NOTICES).getLast().member("kind"));
    }

    @Test
    void whatIsNotThereIsNotRemovedAndNobodyIsTold() {
        int revokes = Services.calls(REVOKE).size();
        int notices = Services.calls(NOTICES).size();
        revoked(
                revoke("33333333-3333-4333-8333-333333333333", number(Services.PERSON)),
                false,
                false);
        assertEquals(revokes, Services.calls(REVOKE).size());
        assertEquals(notices, Services.calls(NOTICES).size());
    }

    @Test
    void aNoticeOfARemovalThatFailsIsAnsweredAndCounted() {
        double before = untold("AUTHENTICATOR_REMOVED");
        revoked(revoke(Services.CONFIRMED, number(Services.UNREACHABLE_PHONE)), true, false);
        assertEquals(before + 1, untold("AUTHENTICATOR_REMOVED"));
    }

    // Time and form

    @Test
    void threeSlowServicesDoNotKeepTheClientWaiting() {
        String proof = assertionOfTwoFactors(DoorsFixture.ENROLLING_KEY, Services.PERSON);
        Services.areSilent(MAKE);
        long start = System.nanoTime();
        problem(
                503,
                "unavailable",
                enrol(proven(DoorsFixture.ENROLLING_KEY, proof), number(Services.PERSON)));
        Times.assertWithinBudget(start);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"phone_number\":\"hello\"}",
                "{\"phone_number\":\"6502530000\",\"account\":\"a:b\"}",
                "{\"phone_number\":\"6502530000\",\"account\":\"\"}",
                "{\"phone_number\":\"6502530000\",\"account\":\"a\\nb\"}",
                "[]"
            })
    void aMalformedEnrolmentIs400(String body) {
        RequestSpecification client = client();
        nothingMade(() -> problem(400, "malformed", enrol(client, body)));
    }

    private static RequestSpecification client() {
        return proven(
                DoorsFixture.ENROLLING_KEY,
                assertionOfTwoFactors(DoorsFixture.ENROLLING_KEY, Services.PERSON));
    }

    /** A client that shows what a code alone has proven. */
    private static RequestSpecification withOneFactor() {
        return proven(
                DoorsFixture.ENROLLING_KEY, assertion(DoorsFixture.ENROLLING_KEY, Services.PERSON));
    }

    private static Response enrol(RequestSpecification by, String body) {
        return by.body(body).post("/authenticators");
    }

    private static Response confirm(String id, String body) {
        return client().body(body).post("/authenticators/" + id + "/confirm");
    }

    private static Response revoke(String id, String body) {
        return client().body(body).post("/authenticators/" + id + "/revoke");
    }

    private static ValidatableResponse enrolled(Response response) {
        return response.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("$", aMapWithSize(2))
                .body("id", matchesPattern("[0-9a-f-]{36}"))
                .body("otpauth_uri", is("otpauth://totp/B:c?secret=" + Services.SECRET));
    }

    private static ValidatableResponse confirmed(
            Response response, boolean confirmed, boolean notified) {
        return response.then()
                .statusCode(200)
                .body("$", aMapWithSize(3))
                .body("confirmed", is(confirmed))
                .body("notified", is(notified));
    }

    private static void revoked(Response response, boolean revoked, boolean notified) {
        response.then()
                .statusCode(200)
                .body("$", aMapWithSize(2))
                .body("revoked", is(revoked))
                .body("notified", is(notified));
    }

    private static String refusal(Response response) {
        return problem(403, "forbidden", response).extract().asString();
    }

    private static List<String> paths() {
        return List.of(
                "/authenticators",
                "/authenticators/" + Services.PENDING + "/confirm",
                "/authenticators/" + Services.PENDING + "/revoke");
    }

    /** Runs what must be refused before anything is made, bound or removed. */
    private static void nothingMade(Supplier<ValidatableResponse> refused) {
        int before = made();
        ValidatableResponse _ = refused.get();
        assertEquals(before, made());
    }

    private static int made() {
        return List.of(MAKE, CHECK, ENROL, CONFIRM, REVOKE, NOTICES).stream()
                .mapToInt(path -> Services.calls(path).size())
                .sum();
    }

    /** How many notices of this kind were not told so far. */
    private static double untold(String kind) {
        return given().get(Ports.management("/q/metrics"))
                .asString()
                .lines()
                .filter(line -> line.startsWith("vouchline_authenticator_notices_total"))
                .filter(line -> line.contains(kind) && line.contains("told=\"false\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static String token(String tenant, String... scopes) {
        return Tokens.token("gateway", tenant, "operator", scopes);
    }

    private static String bentOperator(String audience, String type, int minutes) {
        return Tokens.token(
                audience,
                "bank",
                "operator",
                claims -> claims.setExpirationTimeMinutesInTheFuture(minutes),
                token -> token.setHeader("typ", type),
                SCOPE);
    }

    private static String bent(
            java.util.function.Consumer<org.jose4j.jwt.JwtClaims> claimsBent, String type) {
        return AssertionKey.sign(
                AssertionKey.file(),
                "bank",
                "person-1",
                claimsBent,
                token -> {
                    if (!type.equals("x")) {
                        token.setHeader("typ", type);
                    }
                });
    }

    private static String internallySigned() {
        return AssertionKey.sign(
                KeyFiles.signingKey(), "bank", "person-1", claims -> {}, token -> {});
    }

    private static NumericDate past() {
        return NumericDate.fromSeconds(NumericDate.now().getValue() - 1);
    }
}
