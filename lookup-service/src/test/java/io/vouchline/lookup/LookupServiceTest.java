package io.vouchline.lookup;

import static io.restassured.RestAssured.given;
import static io.vouchline.lookup.LookupCalls.load;
import static io.vouchline.lookup.LookupCalls.problem;
import static io.vouchline.lookup.LookupCalls.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.testing.ApiDocument;
import io.vouchline.contract.testing.Ports;
import io.vouchline.contract.testing.Requirement;
import io.vouchline.contract.testing.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LookupFixture.class)
class LookupServiceTest {

    private static final String CUSTOMERS =
            """
            {"id":"jane","name":"Jane Doe","birth_date":"1988-04-12","phones":[{"number":"+46706170786","verified":true}],"mailboxes":[{"address":"jane@example.com","verified":true}],"accounts":[{"number":"1234567890","capacity":"self","debit_cards":[{"last_four":"4321","expiry":"2028-05","primary":true}],"last_transaction":{"amount":"100.30","payment_mode":"online","at":"2026-10-30"}}],"credit_cards":[{"last_four":"9876","expiry":"2027-01"}]}
            {"id":"two","name":"Two Accounts","phones":[{"number":"+16502530010","verified":true}],"mailboxes":[],"accounts":[{"number":"0000000021","capacity":"self"},{"number":"0000000022","capacity":"self"}],"credit_cards":[{"last_four":"1111","expiry":"2027-02"},{"last_four":"2222","expiry":"2026-12"}]}
            {"id":"attorney","name":"An Attorney","phones":[{"number":"+16502530011","verified":true}],"mailboxes":[{"address":"attorney@example.com","verified":false}],"accounts":[{"number":"1234567890","capacity":"attorney"}]}
            {"id":"shared-1","name":"First Sharer","birth_date":"1970-01-01","phones":[{"number":"+16502530012","verified":true}],"mailboxes":[{"address":"one@example.com","verified":true}],"accounts":[{"number":"0000000031","capacity":"self"}]}
            {"id":"shared-2","name":"Second Sharer","birth_date":"1971-01-01","phones":[{"number":"+16502530012","verified":true}],"mailboxes":[{"address":"two@example.com","verified":true}],"accounts":[{"number":"0000000031","capacity":"self"}]}
            {"id":"unverified","name":"Un Verified","phones":[{"number":"+16502530013","verified":false}],"mailboxes":[{"address":"un@example.com","verified":false}]}
            """;

    @BeforeEach
    void customersAreLoaded() {
        load("bank", CUSTOMERS).statusCode(200).body("lines", is(6)).body("rejected", is(0));
    }

    @Test
    void aSingleAccountIsToldByItsLastFourDigits() {
        ask("accounts/summary", "{\"number\":\"+46706170786\"}")
                .body("count", is(1))
                .body("last_four", is("7890"))
                .body("email", is("jane@example.com"));
    }

    @Test
    void ofSeveralAccountsOnlyTheNumberIsTold() {
        ask("accounts/summary", "{\"number\":\"+16502530010\"}")
                .body("count", is(2))
                .body("$", org.hamcrest.Matchers.hasKey("last_four"))
                .body("last_four", nullValue())
                .body("email", nullValue());
    }

    @Test
    void anAccountHeldByPowerOfAttorneyCounts() {
        ask("accounts/summary", "{\"number\":\"+16502530011\"}")
                .body("count", is(1))
                .body("last_four", is("7890"))
                .body("email", is("attorney@example.com"));
    }

    @Test
    void anAccountOfTwoPersonsOnOneNumberCountsOnceAndDifferingMailboxesAreNotTold() {
        ask("accounts/summary", "{\"number\":\"+16502530012\"}")
                .body("count", is(1))
                .body("last_four", is("0031"))
                .body("email", nullValue());
    }

    @Test
    void anUnknownNumberGetsAnAnswerOfTheSameShape() {
        ask("accounts/summary", "{\"number\":\"+16502530099\"}")
                .body("count", is(0))
                .body("$", org.hamcrest.Matchers.hasKey("last_four"))
                .body("$", org.hamcrest.Matchers.hasKey("email"));
    }

    @Test
    void creditCardsAreSummarized() {
        ask("credit-cards/summary", "{\"number\":\"+46706170786\"}")
                .body("count", is(1))
                .body("last_four", is("9876"));
        ask("credit-cards/summary", "{\"number\":\"+16502530010\"}")
                .body("count", is(2))
                .body("last_four", nullValue());
    }

    @Test
    void securityAnswersKeepTheDocumentsFormats() {
        ask("answers/reveal", "{\"number\":\"+46706170786\"}")
                .body("last_transaction_amount", equalTo("100.30"))
                .body("last_payment_mode", is("online"))
                .body("debit_card_last_four", is("4321"))
                .body("birth_date", is("1988-04-12"))
                .body("credit_card_expiries", contains("012027"));
    }

    @Test
    void ofSeveralPersonsNoAnswerIsRevealed() {
        ask("answers/reveal", "{\"number\":\"+16502530012\"}")
                .body("birth_date", nullValue())
                .body("credit_card_expiries", empty());
    }

    @Test
    @Requirement(21)
    void onlyVerifiedChannelsMayGetACode() {
        ask("channels/find", "{\"number\":\"+46706170786\",\"hold_seconds\":86400}")
                .body("phone", is("OPEN"))
                .body("mailbox", is("OPEN"))
                .body("email", is("jane@example.com"));
        ask("channels/find", "{\"number\":\"+16502530013\",\"hold_seconds\":86400}")
                .body("phone", is("NONE"))
                .body("mailbox", is("NONE"))
                .body("email", nullValue());
    }

    @Test
    void aCallerIsFoundWithoutAnythingThatTheyAreAskedFor() {
        String body =
                ask("callers/find", "{\"number\":\"+46706170786\",\"hold_seconds\":86400}")
                        .body("persons", is(1))
                        .body("accounts", is(1))
                        .body("credit_cards", is(1))
                        .body("subject", not(nullValue()))
                        .body(
                                "questions",
                                containsInAnyOrder(
                                        "DOB",
                                        "DEBIT_CARD",
                                        "CARD_EXPIRY",
                                        "TRANSACTION_AMOUNT",
                                        "PAYMENT_MODE"))
                        .body("channels.phone", is("OPEN"))
                        .body("channels.email", is("jane@example.com"))
                        .extract()
                        .asString();
        for (String secret : new String[] {"1988", "4321", "2027", "100", "online", "9876"}) {
            assertFalse(body.contains(secret), secret);
        }
    }

    @Test
    void aDateOfBirthPicksOneOfSeveralPersons() {
        String shared = "{\"number\":\"+16502530012\",\"hold_seconds\":0%s}";
        ask("callers/find", shared.formatted(""))
                .body("persons", is(2))
                .body("accounts", is(1))
                .body("subject", nullValue())
                .body("channels.email", nullValue());
        ask("callers/find", shared.formatted(",\"birth_date\":\"1971-01-01\""))
                .body("persons", is(1))
                .body("subject", not(nullValue()))
                .body("channels.email", is("two@example.com"));
        ask("callers/find", shared.formatted(",\"birth_date\":\"1972-01-01\""))
                .body("persons", is(0))
                .body("accounts", is(0))
                .body("questions", empty())
                .body("channels.phone", is("NONE"));
    }

    @Test
    void anAnswerOfOneOfSeveralPersonsIsComparedWithThatPersonsOnly() {
        String second =
                ask(
                                "callers/find",
                                "{\"number\":\"+16502530012\",\"hold_seconds\":0,\"birth_date\":\"1971-01-01\"}")
                        .extract()
                        .path("subject");
        checkBirthDate("+16502530012", second, "1971-01-01", true);
        checkBirthDate("+16502530012", second, "1970-01-01", false);
        checkBirthDate("+16502530012", null, "1971-01-01", false);
        checkBirthDate("+16502530012", "nobody", "1971-01-01", false);
        checkBirthDate("+46706170786", second, "1971-01-01", false);
        checkBirthDate("+46706170786", second, "1988-04-12", false);
    }

    private static void checkBirthDate(
            String number, @Nullable String subject, String date, boolean correct) {
        ask(
                        "answers/check",
                        "{\"number\":\"%s\",\"subject\":%s,\"question\":\"DOB\",\"answer\":\"%s\"}"
                                .formatted(
                                        number,
                                        subject == null ? "null" : "\"" + subject + "\"",
                                        date))
                .body("correct", is(correct));
    }

    @Test
    void aCustomerIsFoundByAccountAndByNumber() {
        ask("customers/find", "{\"account_number\":\"1234567890\"}")
                .body("outcome", is("SINGLE"))
                .body("customer.name", is("Jane Doe"))
                .body("customer.phone_number", is("+46706170786"))
                .body("customer.account_number", is("1234567890"));
        ask("customers/find", "{\"number\":\"+46706170786\"}")
                .body("outcome", is("SINGLE"))
                .body("customer.account_number", is("1234567890"));
        ask("customers/find", "{\"account_number\":\"0000000031\"}")
                .body("outcome", is("MULTIPLE"))
                .body("customer", nullValue());
        ask("customers/find", "{\"account_number\":\"31\"}").body("outcome", is("NONE"));
    }

    @Test
    void anotherTenantSeesNothing() {
        given().contentType(ContentType.JSON)
                .auth()
                .oauth2(Tokens.token(Audience.LOOKUP, "other-bank", "c", Scope.CUSTOMERS_READ))
                .body("{\"number\":\"+46706170786\"}")
                .post("/v1/accounts/summary")
                .then()
                .statusCode(200)
                .body("count", is(0));
        ask("callers/find", "{\"number\":\"+46706170786\",\"hold_seconds\":0}")
                .body("persons", is(1));
        with(Tokens.token(Audience.LOOKUP, "other-bank", "c", Scope.CUSTOMERS_READ))
                .body("{\"number\":\"+46706170786\",\"hold_seconds\":0}")
                .post("/v1/callers/find")
                .then()
                .statusCode(200)
                .body("persons", is(0))
                .body("subject", nullValue());
    }

    @Test
    void aSecondLoadReplacesTheFirst() {
        load(
                        "moving-bank",
                        "{\"id\":\"m\",\"name\":\"M\",\"phones\":[{\"number\":\"+16502530014\",\"verified\":true}]}")
                .body("rejected", is(0));
        load(
                        "moving-bank",
                        "{\"id\":\"m\",\"name\":\"M\",\"phones\":[{\"number\":\"+16502530015\",\"verified\":true}]}")
                .body("rejected", is(0));
        String token = Tokens.token(Audience.LOOKUP, "moving-bank", "c", Scope.CUSTOMERS_READ);
        find(token, "+16502530014").body("outcome", is("NONE"));
        find(token, "+16502530015").body("outcome", is("SINGLE"));
    }

    @Test
    void aBadLineIsToldByNumberAndFieldAndTheOthersGoIn() {
        load(
                        "picky-bank",
                        """
                        {"id":"good","name":"G","phones":[{"number":"+16502530016","verified":true}]}
                        {"id":"bad","name":"B","phones":[{"number":"12","verified":true}]}
                        not json
                        null
                        {"id":"twice","name":"T","accounts":[{"number":"1","capacity":"self"},{"number":"1","capacity":"attorney"}]}
                        {"id":"two","name":"T"} {"id":"objects","name":"O"}
                        {"id":"huge","name":"H","last_card_transaction":{"amount":"1E+400000000","payment_mode":"online","at":"2026-01-01"}}
                        {"id":"","name":"N"}
                        """)
                .statusCode(200)
                .body("created", is(1))
                .body("rejected", is(7))
                .body("errors[0].line", is(2))
                .body("errors[0].field", is("phones[0].number"))
                .body("errors[1].line", is(3))
                .body("errors[3].field", is("accounts"))
                .body("errors[6].field", is("id"));
    }

    @Test
    @Requirement(36)
    void badInputIsAProblemDocumentThatRepeatsNothing() {
        problem(400, json().body("{\"number\":\"6502530000\"}").post("/v1/accounts/summary"))
                .body("detail", containsString("number"))
                .body("detail", not(containsString("6502530000")));
        problem(400, json().body("{").post("/v1/accounts/summary"));
        problem(400, json().body("{}").post("/v1/accounts/summary"))
                .body("detail", is("number must not be null."));
        problem(400, json().body("[]").post("/v1/accounts/summary"));
        problem(400, json().post("/v1/accounts/summary"));
        problem(400, json().body("{}").post("/v1/customers/find"));
        problem(400, json().body("{\"number\":\"+46706170786\"}").post("/v1/callers/find"));
        for (String hostile : new String[] {"\"1971-02-30\"", "\"x\"", "[1]", "{}", "true"}) {
            problem(
                    400,
                    json().body(
                                    "{\"number\":\"+46706170786\",\"hold_seconds\":0,\"birth_date\":"
                                            + hostile
                                            + "}")
                            .post("/v1/callers/find"));
        }
        problem(404, json().get("/nothing"));
        problem(405, json().get("/v1/accounts/summary"));
        problem(415, authorized().contentType("text/plain").body("x").post("/v1/accounts/summary"));
        problem(413, json().body("\"" + "x".repeat(70_000) + "\"").post("/v1/accounts/summary"));
    }

    @Test
    @Requirement(35)
    void aMissingWrongOrForeignTokenIsRefused() {
        String question = "{\"number\":\"+46706170786\"}";
        problem(
                401,
                given().contentType(ContentType.JSON).body(question).post("/v1/accounts/summary"));
        problem(401, with("nonsense").body(question).post("/v1/accounts/summary"));
        problem(
                401,
                with(Tokens.token(Audience.OTP, "bank", "c", Scope.CUSTOMERS_READ))
                        .body(question)
                        .post("/v1/accounts/summary"));
        problem(
                401,
                with(Tokens.token(
                                Audience.LOOKUP,
                                "bank",
                                "c",
                                claims -> {},
                                jws -> jws.setHeader("typ", "JWT"),
                                Scope.CUSTOMERS_READ))
                        .body(question)
                        .post("/v1/accounts/summary"));
        problem(
                401,
                with(Tokens.token(
                                Audience.LOOKUP,
                                "bank",
                                "c",
                                claims -> claims.setExpirationTimeMinutesInTheFuture(-5),
                                jws -> {},
                                Scope.CUSTOMERS_READ))
                        .body(question)
                        .post("/v1/accounts/summary"));
        problem(
                403,
                with(Tokens.token(Audience.LOOKUP, "bank", "c", Scope.CUSTOMERS_IMPORT))
                        .body(question)
                        .post("/v1/accounts/summary"));
        problem(
                403,
                with(Tokens.token(
                                Audience.LOOKUP,
                                "bank",
                                "c",
                                claims -> claims.unsetClaim("tenant"),
                                jws -> {},
                                Scope.CUSTOMERS_READ))
                        .body(question)
                        .post("/v1/accounts/summary"));
    }

    @Test
    void workThatNobodyWaitsForIsRefused() {
        problem(
                504,
                json().header("Vouchline-Remaining-Millis", "0")
                        .body("{\"number\":\"+46706170786\"}")
                        .post("/v1/accounts/summary"));
    }

    @Test
    void healthAndMetricsAreOnTheManagementPort() {
        for (String check : new String[] {"live", "ready", "started"}) {
            given().get(Ports.management("/q/health/" + check)).then().statusCode(200);
        }
        given().get(Ports.management("/q/metrics"))
                .then()
                .statusCode(200)
                .body(containsString("http_server_requests_seconds"));
        problem(404, json().get("/q/metrics"));
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

    private static ValidatableResponse ask(String question, String body) {
        return json().body(body).post("/v1/" + question).then().statusCode(200);
    }

    private static ValidatableResponse find(String token, String number) {
        return with(token)
                .body("{\"number\":\"" + number + "\"}")
                .post("/v1/customers/find")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification json() {
        return authorized().contentType(ContentType.JSON);
    }

    private static RequestSpecification authorized() {
        return given().auth()
                .oauth2(Tokens.token(Audience.LOOKUP, "bank", "demo", Scope.CUSTOMERS_READ));
    }
}
