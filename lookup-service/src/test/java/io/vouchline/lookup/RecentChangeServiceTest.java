package io.vouchline.lookup;

import static io.vouchline.lookup.LookupCalls.as;
import static io.vouchline.lookup.LookupCalls.ask;
import static io.vouchline.lookup.LookupCalls.load;
import static io.vouchline.lookup.LookupCalls.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.testing.Requirement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What happens when a phone or mailbox is changed. */
@QuarkusTest
@QuarkusTestResource(LookupFixture.class)
class RecentChangeServiceTest {

    private static final String OLD = "+16502530200";
    private static final String NEW = "+16502530201";

    @Test
    void aNewCustomersContactsAreOpen() {
        load("new-bank", line(OLD, "old@example.com"));
        channels("new-bank", OLD, 86_400)
                .body("phone", is("OPEN"))
                .body("mailbox", is("OPEN"))
                .body("email", is("old@example.com"));
        claim("new-bank").body("$", empty());
    }

    @Test
    @Requirement(21)
    void aChangedPhoneGetsNoCodeWhileItIsOnHold() {
        load("hold-bank", line(OLD, "old@example.com"));
        load("hold-bank", line(NEW, "old@example.com")).body("updated", is(1));
        channels("hold-bank", NEW, 86_400)
                .body("phone", is("RECENTLY_CHANGED"))
                .body("mailbox", is("OPEN"))
                .body("email", is("old@example.com"));
        channels("hold-bank", NEW, 0).body("phone", is("OPEN"));
        channels("hold-bank", OLD, 86_400).body("phone", is("NONE"));
    }

    @Test
    @Requirement(21)
    void aChangedMailboxIsOnHoldAndNotTold() {
        load("mail-bank", line(OLD, "old@example.com"));
        load("mail-bank", line(OLD, "new@example.com"));
        channels("mail-bank", OLD, 86_400)
                .body("phone", is("OPEN"))
                .body("mailbox", is("RECENTLY_CHANGED"))
                .body("email", nullValue());
    }

    @Test
    void whatStaysInTheProfileKeepsItsDate() {
        load("keep-bank", line(OLD, "old@example.com"));
        load(
                "keep-bank",
                """
                {"id":"a","name":"Renamed","phones":[{"number":"%s","verified":true},{"number":"%s","verified":true}],"mailboxes":[{"address":"old@example.com","verified":true}]}
                """
                        .formatted(NEW, OLD));
        channels("keep-bank", OLD, 86_400).body("phone", is("OPEN"));
        channels("keep-bank", NEW, 86_400).body("phone", is("RECENTLY_CHANGED"));
    }

    @Test
    void aContactThatComesBackIsNew() {
        load("back-bank", line(OLD, "old@example.com"));
        load("back-bank", line(NEW, "old@example.com"));
        load("back-bank", line(OLD, "old@example.com"));
        channels("back-bank", OLD, 86_400).body("phone", is("RECENTLY_CHANGED"));
    }

    @Test
    void theInstitutionMayKnowWhenAContactChanged() {
        String dated =
                """
                {"id":"a","name":"A","phones":[{"number":"%s","verified":true,"changed_at":"%s"}]}
                """;
        load("dated-bank", dated.formatted(OLD, Instant.now().minus(Duration.ofHours(1))));
        channels("dated-bank", OLD, 86_400).body("phone", is("RECENTLY_CHANGED"));
        load("dated-bank", dated.formatted(OLD, Instant.now().minus(Duration.ofDays(3))));
        channels("dated-bank", OLD, 86_400).body("phone", is("OPEN"));
    }

    @Test
    void theOldContactIsToldOfTheChangeOnce() {
        load("tell-bank", line(OLD, "old@example.com"));
        load("tell-bank", line(NEW, "new@example.com"));
        String id =
                claim("tell-bank")
                        .body("$", hasSize(1))
                        .body("[0].notices.changed", contains("PHONE", "MAILBOX"))
                        .body("[0].notices[0].number", is(OLD))
                        .body("[0].notices[1].mailbox", is("old@example.com"))
                        .extract()
                        .path("[0].id");
        claim("tell-bank").body("$", empty());
        as("tell-bank", Scope.CONTACT_CHANGES_TELL)
                .body("{\"ids\":[\"" + id + "\"]}")
                .post("/v1/contact-changes/settle")
                .then()
                .statusCode(204);
    }

    @Test
    void anotherTenantNeitherSeesNorSettlesAChange() {
        load("own-bank", line(OLD, "old@example.com"));
        load("own-bank", line(NEW, "old@example.com"));
        claim("foreign-bank").body("$", empty());
        claim("own-bank").body("$", hasSize(1));
    }

    @Test
    void aChangeOfANameTellsNobody() {
        load("name-bank", line(OLD, "old@example.com"));
        load("name-bank", line(OLD, "old@example.com").replace("\"A\"", "\"B\""))
                .body("updated", is(1));
        claim("name-bank").body("$", empty());
    }

    @Test
    void badClaimsAreRefused() {
        problem(
                400,
                as("bank", Scope.CONTACT_CHANGES_TELL)
                        .body("{\"most\":0,\"lease_seconds\":60}")
                        .post("/v1/contact-changes/claim"));
        problem(
                403,
                as("bank", Scope.CUSTOMERS_READ)
                        .body("{\"most\":1,\"lease_seconds\":60}")
                        .post("/v1/contact-changes/claim"));
        problem(
                400,
                as("bank", Scope.CUSTOMERS_READ)
                        .body("{\"number\":\"+16502530200\",\"hold_seconds\":-1}")
                        .post("/v1/channels/find"));
    }

    private static String line(String phone, String mailbox) {
        return """
               {"id":"a","name":"A","phones":[{"number":"%s","verified":true}],"mailboxes":[{"address":"%s","verified":true}]}
               """
                .formatted(phone, mailbox);
    }

    private static ValidatableResponse channels(String tenant, String number, int hold) {
        return ask(
                tenant,
                "channels/find",
                "{\"number\":\"%s\",\"hold_seconds\":%d}".formatted(number, hold));
    }

    private static ValidatableResponse claim(String tenant) {
        return as(tenant, Scope.CONTACT_CHANGES_TELL)
                .body("{\"most\":10,\"lease_seconds\":60}")
                .post("/v1/contact-changes/claim")
                .then()
                .statusCode(200);
    }
}
