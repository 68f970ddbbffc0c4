package io.vouchline.lookup.authenticator;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.testing.Requirement;
import io.vouchline.contract.testing.Tokens;
import io.vouchline.lookup.CustomerRows;
import io.vouchline.lookup.LookupFixture;
import io.vouchline.lookup.Racers;
import io.vouchline.lookup.retention.Retention;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(LookupFixture.class)
class AuthenticatorServiceTest {

    private static final String JANE = "+46706170786";
    private static final String JOHN = "+46706170787";
    private static final String SHARED = "+16502530012";
    private static final String NOBODY = "+16502530099";

    @Inject CustomerRows rows;
    @Inject Retention retention;

    @Test
    void anEnrolmentIsPendingThenConfirmedThenGone() {
        String bank = bank();
        UUID id = UUID.randomUUID();
        enrol(bank, JANE, id, "sealed").statusCode(200).body("stored", is(true));
        find(bank, JANE)
                .body("authenticators.size()", is(1))
                .body("authenticators[0].id", is(id.toString()))
                .body("authenticators[0].sealed", is(encoded("sealed")))
                .body("authenticators[0].created_at", notNullValue())
                .body("authenticators[0].confirmed_at", nullValue());
        choose(bank, "confirm", JANE, id).body("changed", is(true));
        choose(bank, "confirm", JANE, id).body("changed", is(false));
        find(bank, JANE).body("authenticators[0].confirmed_at", notNullValue());
        choose(bank, "revoke", JANE, id).body("changed", is(true));
        choose(bank, "revoke", JANE, id).body("changed", is(false));
        choose(bank, "confirm", JANE, id).body("changed", is(false));
        find(bank, JANE).body("authenticators", empty());
    }

    @Test
    void theOldestComesFirst() {
        String bank = bank();
        List<UUID> ids = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        ids.forEach(id -> enrol(bank, JANE, id, "x").body("stored", is(true)));
        find(bank, JANE).body("authenticators.id", is(ids.stream().map(UUID::toString).toList()));
    }

    @Test
    @Requirement(16)
    void nobodyAndSeveralPersonsLookAlike() {
        String bank = bank();
        for (String number : List.of(NOBODY, SHARED)) {
            UUID id = UUID.randomUUID();
            String body = enrol(bank, number, id, "x").statusCode(200).extract().asString();
            assertEquals("{\"stored\":false}", body);
            assertEquals(
                    "{\"subject\":null,\"authenticators\":[]}",
                    find(bank, number).extract().asString());
            choose(bank, "confirm", number, id).body("changed", is(false));
            choose(bank, "revoke", number, id).body("changed", is(false));
        }
        assertEquals(0, rows.count("SELECT count(*) FROM authenticator WHERE tenant = ?", bank));
    }

    @Test
    void aPersonHasOneSubjectWhateverTheirAuthenticators() {
        String bank = bank();
        String subject = find(bank, JANE).body("subject", notNullValue()).extract().path("subject");
        enrol(bank, JANE, UUID.randomUUID(), "x").body("stored", is(true));
        find(bank, JANE).body("subject", is(subject));
        find(bank, JOHN).body("subject", not(is(subject)));
        find(bank(), JANE).body("subject", not(is(subject)));
    }

    @Test
    void oneOfSeveralPersonsIsFoundByTheirSubject() {
        String bank = bank();
        UUID id = UUID.randomUUID();
        enrol(bank, JANE, id, "x").body("stored", is(true));
        String subject = find(bank, JANE).extract().path("subject");
        rows.add(bank, "sharer", JANE);
        find(bank, JANE).body("subject", nullValue()).body("authenticators", empty());
        find(bank, JANE, subject)
                .body("subject", is(subject))
                .body("authenticators[0].id", is(id.toString()));
        for (String other : List.of(JOHN, NOBODY)) {
            find(bank, other, subject).body("subject", nullValue()).body("authenticators", empty());
        }
        find(bank, JANE, "nobody").body("subject", nullValue()).body("authenticators", empty());
        find(bank(), JANE, subject).body("subject", nullValue()).body("authenticators", empty());
    }

    @Test
    void theSameAgainChangesNothing() {
        String bank = bank();
        UUID id = UUID.randomUUID();
        enrol(bank, JANE, id, "x").body("stored", is(true));
        choose(bank, "confirm", JANE, id).body("changed", is(true));
        enrol(bank, JANE, id, "x").body("stored", is(true));
        find(bank, JANE)
                .body("authenticators.size()", is(1))
                .body("authenticators[0].confirmed_at", notNullValue());
    }

    @Test
    void anIdStandsForOneAuthenticator() {
        String bank = bank();
        String other = bank();
        UUID id = UUID.randomUUID();
        enrol(bank, JANE, id, "x").body("stored", is(true));
        problem(409, enrol(bank, JANE, id, "y"));
        problem(409, enrol(bank, JOHN, id, "x"));
        problem(409, enrol(other, JANE, id, "x"));
        find(bank, JANE).body("authenticators[0].sealed", is(encoded("x")));
    }

    @Test
    void aCustomerHasFiveAtMostHoweverQuick() {
        String bank = bank();
        List<Response> answers =
                Racers.race(
                        20, i -> enrol(bank, JANE, UUID.randomUUID(), "x").extract().response());
        assertEquals(Map.of(200, 5L, 409, 15L), statuses(answers));
        find(bank, JANE).body("authenticators.size()", is(5));
        UUID first = UUID.fromString(find(bank, JANE).extract().path("authenticators[0].id"));
        enrol(bank, JANE, first, "x").statusCode(200).body("stored", is(true));
        enrol(bank, JOHN, UUID.randomUUID(), "x").statusCode(200);
        choose(bank, "revoke", JANE, first).body("changed", is(true));
        enrol(bank, JANE, UUID.randomUUID(), "x").statusCode(200).body("stored", is(true));
    }

    @Test
    void anIdIsHadOnceHoweverQuick() {
        String bank = bank();
        for (int round = 0; round < 10; round++) {
            UUID id = UUID.randomUUID();
            List<Response> answers =
                    Racers.race(
                            8,
                            i ->
                                    enrol(bank, i % 2 == 0 ? JANE : JOHN, id, "x")
                                            .extract()
                                            .response());
            assertEquals(Map.of(200, 4L, 409, 4L), statuses(answers));
            rows.update("DELETE FROM authenticator WHERE id = ?", id);
        }
    }

    @Test
    void oneIsConfirmedAndRevokedOnceHoweverQuick() {
        String bank = bank();
        UUID id = UUID.randomUUID();
        enrol(bank, JANE, id, "x").body("stored", is(true));
        for (String action : List.of("confirm", "revoke")) {
            List<Boolean> changed =
                    Racers.race(
                            10,
                            i -> choose(bank, action, JANE, id).extract().<Boolean>path("changed"));
            assertEquals(1, changed.stream().filter(one -> one).count());
        }
    }

    @Test
    void anotherTenantOrCustomerSeesAndChangesNothing() {
        String bank = bank();
        String other = bank();
        UUID id = UUID.randomUUID();
        enrol(bank, JANE, id, "x").body("stored", is(true));
        find(other, JANE).body("authenticators", empty());
        find(bank, JOHN).body("authenticators", empty());
        for (String action : List.of("confirm", "revoke")) {
            choose(other, action, JANE, id).body("changed", is(false));
            choose(bank, action, JOHN, id).body("changed", is(false));
        }
        find(bank, JANE).body("authenticators[0].confirmed_at", nullValue());
    }

    @Test
    void everyReadIsWrittenDown() {
        String bank = bank();
        UUID id = UUID.randomUUID();
        enrol(bank, JANE, id, "x");
        find(bank, JANE);
        choose(bank, "confirm", JANE, id);
        choose(bank, "revoke", JANE, id);
        assertEquals(
                4,
                rows.count(
                        "SELECT count(*) FROM audit WHERE tenant = ? AND purpose = 'AUTHENTICATORS' AND subject IS NOT NULL",
                        bank));
    }

    @Test
    void anErasedCustomersAuthenticatorsAreGone() {
        String bank = bank();
        enrol(bank, JANE, UUID.randomUUID(), "x").body("stored", is(true));
        rows.update("DELETE FROM customer WHERE tenant = ?", bank);
        assertEquals(0, rows.count("SELECT count(*) FROM authenticator WHERE tenant = ?", bank));
    }

    @Test
    void whatIsPendingForTooLongIsForgotten() {
        String bank = bank();
        agedEnrolments(bank);
        retention.sweep(Instant.now()).await().atMost(Duration.ofSeconds(30));
        assertEquals(2, rows.count("SELECT count(*) FROM authenticator WHERE tenant = ?", bank));
    }

    @Test
    void readingAndWritingHaveScopesOfTheirOwn() {
        String choice = choice(JANE, UUID.randomUUID());
        String enrolment = enrolment(JANE, UUID.randomUUID(), encoded("x"));
        problem(403, with(Scope.AUTHENTICATORS_READ).body(enrolment).post().then());
        problem(403, with(Scope.AUTHENTICATORS_READ).body(choice).post("/confirm").then());
        problem(403, with(Scope.AUTHENTICATORS_READ).body(choice).post("/revoke").then());
        problem(403, with(Scope.AUTHENTICATORS_WRITE).body(number(JANE)).post("/find").then());
        problem(403, with(Scope.CUSTOMERS_READ).body(number(JANE)).post("/find").then());
        problem(
                401,
                given().basePath("/v1/authenticators")
                        .contentType(ContentType.JSON)
                        .body(number(JANE))
                        .post("/find")
                        .then());
    }

    @Test
    void sealedHas1To4096Bytes() {
        String bank = bank();
        byte[] most = new byte[4_096];
        most[0] = -1;
        String id = UUID.randomUUID().toString();
        as(bank).body(enrolment(JANE, UUID.fromString(id), base64(most)))
                .post()
                .then()
                .statusCode(200)
                .body("stored", is(true));
        find(bank, JANE).body("authenticators[0].sealed", is(base64(most)));
        for (String sealed : List.of(base64(new byte[4_097]), "")) {
            problem(400, as(bank).body(enrolment(JANE, UUID.randomUUID(), sealed)).post().then())
                    .body("detail", startsWith("sealed "));
        }
    }

    @ParameterizedTest
    @Requirement(32)
    @ValueSource(
            strings = {
                "{",
                "null",
                "[]",
                "{}",
                "{\"number\":\"+46706170786\",\"id\":\"7b0b5f8e-2f7e-4d0e-9a67-6a4a1e1d6c01\"}",
                "{\"number\":\"+46706170786\",\"sealed\":\"eA==\"}",
                "{\"id\":\"7b0b5f8e-2f7e-4d0e-9a67-6a4a1e1d6c01\",\"sealed\":\"eA==\"}",
                "{\"number\":\"0706170786\",\"id\":\"7b0b5f8e-2f7e-4d0e-9a67-6a4a1e1d6c01\",\"sealed\":\"eA==\"}",
                "{\"number\":\"+46706170786\",\"id\":\"secret\",\"sealed\":\"eA==\"}",
                "{\"number\":\"+46706170786\",\"id\":\"7b0b5f8e-2f7e-4d0e-9a67-6a4a1e1d6c01\",\"sealed\":\"secret!\"}",
                "{\"number\":\"+46706170786\",\"id\":\"7b0b5f8e-2f7e-4d0e-9a67-6a4a1e1d6c01\",\"sealed\":1}",
                "{\"number\":\"+46706170786\",\"id\":\"7b0b5f8e-2f7e-4d0e-9a67-6a4a1e1d6c01\",\"sealed\":\"eA==\",\"tenant\":\"other\"}"
            })
    void aBodyOfAnotherShapeIsRefusedAndNotRepeated(String body) {
        problem(400, as("bank").body(body).post().then())
                .body("detail", not(containsString("secret")))
                .body("detail", not(containsString("0706170786")));
    }

    @Test
    void aChoiceNeedsNumberAndId() {
        for (String action : List.of("/confirm", "/revoke")) {
            problem(400, as("bank").body(number(JANE)).post(action).then());
            problem(
                    400,
                    as("bank").body("{\"id\":\"" + UUID.randomUUID() + "\"}").post(action).then());
        }
        problem(400, as("bank").body("{}").post("/find").then());
    }

    /** One pending for too long, one confirmed as long ago, one pending since just now. */
    private void agedEnrolments(String bank) {
        UUID customer = rows.add(bank, "jane", JANE);
        String insert = "INSERT INTO authenticator VALUES (?, ?, ?, ?, now() - ?::interval, ";
        byte[] sealed = {1};
        rows.update(insert + "NULL)", UUID.randomUUID(), bank, customer, sealed, "25 hours");
        rows.update(insert + "now())", UUID.randomUUID(), bank, customer, sealed, "25 hours");
        rows.update(insert + "NULL)", UUID.randomUUID(), bank, customer, sealed, "23 hours");
    }

    /** A tenant of its own with the customers of these tests. */
    private String bank() {
        String bank = "bank-" + UUID.randomUUID();
        rows.add(bank, "jane", JANE);
        rows.add(bank, "john", JOHN);
        rows.add(bank, "shared-1", SHARED);
        rows.add(bank, "shared-2", SHARED);
        return bank;
    }

    private static ValidatableResponse enrol(String tenant, String number, UUID id, String sealed) {
        return as(tenant).body(enrolment(number, id, encoded(sealed))).post().then();
    }

    private static ValidatableResponse find(String tenant, String number) {
        return told(as(tenant).body(number(number)).post("/find"));
    }

    private static ValidatableResponse find(String tenant, String number, String subject) {
        return told(
                as(tenant)
                        .body("{\"number\":\"%s\",\"subject\":\"%s\"}".formatted(number, subject))
                        .post("/find"));
    }

    private static ValidatableResponse choose(
            String tenant, String action, String number, UUID id) {
        return told(as(tenant).body(choice(number, id)).post("/" + action));
    }

    private static ValidatableResponse told(Response response) {
        return response.then().statusCode(200).header("Cache-Control", "no-store");
    }

    private static ValidatableResponse problem(int status, ValidatableResponse response) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .header("Cache-Control", "no-store")
                .body("status", is(status));
    }

    private static Map<Integer, Long> statuses(List<Response> answers) {
        return answers.stream()
                .collect(Collectors.groupingBy(Response::statusCode, Collectors.counting()));
    }

    private static String number(String number) {
        return "{\"number\":\"%s\"}".formatted(number);
    }

    private static String choice(String number, UUID id) {
        return "{\"number\":\"%s\",\"id\":\"%s\"}".formatted(number, id);
    }

    private static String enrolment(String number, UUID id, String sealed) {
        return "{\"number\":\"%s\",\"id\":\"%s\",\"sealed\":\"%s\"}".formatted(number, id, sealed);
    }

    private static String encoded(String text) {
        return base64(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static RequestSpecification as(String tenant) {
        return asking(tenant, Scope.AUTHENTICATORS_READ, Scope.AUTHENTICATORS_WRITE);
    }

    private static RequestSpecification with(String... scopes) {
        return asking("bank", scopes);
    }

    private static RequestSpecification asking(String tenant, String... scopes) {
        return given().basePath("/v1/authenticators")
                .contentType(ContentType.JSON)
                .auth()
                .oauth2(Tokens.token(Audience.LOOKUP, tenant, "c", scopes));
    }
}
