package io.vouchline.risk.listing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.testing.Ports;
import io.vouchline.contract.testing.Tokens;
import io.vouchline.risk.RiskFixture;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RiskFixture.class)
class ListServiceTest {

    private static final String HEADER = "list,extent,value,to,reason,author,expires_at\n";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private String tenant;

    @BeforeEach
    void begin() {
        tenant = "bank-" + UUID.randomUUID();
    }

    @Test
    void anEntryIsAddedMaskedAndAddedAgainWithoutChange() {
        String since =
                add("DENY", "NUMBER", "+46706170786")
                        .statusCode(200)
                        .body("id", is(notNullValue()))
                        .body("list", is("DENY"))
                        .body("subject.extent", is("NUMBER"))
                        .body("subject.value", is("+46*******86"))
                        .body("for_all", is(false))
                        .body("expires_at", is(nullValue()))
                        .extract()
                        .path("since");
        add("DENY", "NUMBER", "+46706170786").statusCode(200).body("since", is(since));
        page("").body("entries", hasSize(1)).body("next", is(nullValue()));
    }

    @Test
    void aChangeIsFollowedWithinSeconds() {
        add("ALLOW", "REGION", "SE").statusCode(200);
        add("DENY", "NUMBER", "+46706170786").statusCode(200);
        awaitVerdict(tenant, "DENY");
        find(tenant)
                .body("decisive.subject.value", is("+46*******86"))
                .body("others", hasSize(1))
                .body("others[0].subject.value", is("SE"));
        find("other-" + tenant).body("verdict", is(nullValue())).body("others", hasSize(0));
        remove("NUMBER", "+46706170786").body("removed", is(true));
        remove("NUMBER", "+46706170786").body("removed", is(false));
        awaitVerdict(tenant, "ALLOW");
    }

    @Test
    void whatHoldsForAllNeedsAScopeOfItsOwnAndHoldsForAll() {
        String entry = entry("DENY", "PREFIX", "+4912345", "", true);
        problem(403, as(tenant, Scope.LISTS_ADD).body(entry).post("/v1/lists/entries"));
        problem(403, as(tenant, Scope.LISTS_MANAGE).body(entry).post("/v1/lists/entries"));
        problem(403, as(tenant, Scope.LISTS_MANAGE).get("/v1/lists/entries?for_all=true"));
        problem(
                403,
                as(tenant, Scope.LISTS_MANAGE)
                        .contentType("text/csv")
                        .body(HEADER)
                        .post("/v1/lists/import?for_all=true"));
        problem(
                403,
                as(tenant, Scope.LISTS_MANAGE)
                        .body(entry.replaceFirst("\"reason.*null,", ""))
                        .post("/v1/lists/removals"));
        as(tenant, Scope.LISTS_MANAGE_ALL)
                .body(entry)
                .post("/v1/lists/entries")
                .then()
                .statusCode(200)
                .body("for_all", is(true));
        problem(
                403,
                as(tenant, Scope.LISTS_MANAGE_ALL)
                        .body(entry("DENY", "REGION", "SE", "", false))
                        .post("/v1/lists/entries"));
        as(tenant, Scope.LISTS_MANAGE_ALL)
                .get("/v1/lists/entries?for_all=true&limit=500")
                .then()
                .statusCode(200)
                .body("entries.subject.value", hasItem("+4912345"));
        page("").body("entries", hasSize(0));
    }

    @Test
    void whoMayOnlyAddCanNeitherReadNorRemoveNorImport() {
        problem(403, as(tenant, Scope.LISTS_ADD).get("/v1/lists/entries"));
        problem(
                403,
                as(tenant, Scope.LISTS_ADD)
                        .body("{\"number\":\"+46706170786\"}")
                        .post("/v1/lists/matches"));
        problem(
                403,
                as(tenant, Scope.LISTS_ADD)
                        .contentType("text/csv")
                        .body(HEADER)
                        .post("/v1/lists/import"));
        problem(
                403,
                as(tenant, Scope.NUMBERS_ASSESS)
                        .body(entry("DENY", "REGION", "SE", "", false))
                        .post("/v1/lists/entries"));
        problem(
                401,
                given().contentType(ContentType.JSON)
                        .body(entry("DENY", "REGION", "SE", "", false))
                        .post("/v1/lists/entries"));
    }

    @Test
    void aTenantNamedLikeAllOwnsNothing() {
        problem(
                403,
                as("*", Scope.LISTS_ADD)
                        .body(entry("DENY", "REGION", "SE", "", false))
                        .post("/v1/lists/entries"));
        problem(403, as("*", Scope.LISTS_MANAGE).get("/v1/lists/entries"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PREFIX|+|",
                "PREFIX|+0|",
                "PREFIX|+123456789012345|",
                "NUMBER|+46|",
                "NUMBER|SE|",
                "NUMBER|+46706170786|+46706170787",
                "RANGE|+46706170786|",
                "RANGE|+46706170786|+46706170785",
                "RANGE|+46706170786|+467061707860",
                "REGION|XX|",
                "REGION|+46|",
            })
    void whatIsNoSubjectIsRefusedWithoutRepeatingIt(String subject) {
        String[] parts = subject.split("\\|", -1);
        problem(
                        400,
                        as(tenant, Scope.LISTS_ADD)
                                .body(entry("DENY", parts[0], parts[1], parts[2], false))
                                .post("/v1/lists/entries"))
                .body("detail", not(containsString("706170")));
    }

    @Test
    void hostileMembersAreRefused() {
        String good = entry("DENY", "REGION", "SE", "", false);
        for (String bad :
                new String[] {
                    good.replace("fraud", "a\\u0000b"),
                    good.replace("fraud", "a\\nb"),
                    good.replace("fraud", "\\u2028"),
                    good.replace("fraud", " "),
                    good.replace("fraud", ""),
                    good.replace("fraud", "x".repeat(201)),
                    good.replace("desk", "x".repeat(101)),
                    good.replace("desk", "a\\tb"),
                    good.replace("null", "\"2001-01-01T00:00:00Z\""),
                    good.replace("null", "\"+1000000000-12-31T23:59:59Z\""),
                    good.replace("null", "\"-1000000000-01-01T00:00:00Z\""),
                    good.replace("null", "\"tomorrow\""),
                    good.replace("DENY", "MAYBE"),
                    good.replace("\"for_all\"", "\"for_some\""),
                    "null",
                    "[]",
                    "",
                }) {
            problem(400, as(tenant, Scope.LISTS_ADD).body(bad).post("/v1/lists/entries"));
        }
        for (String query :
                new String[] {
                    "list=SOME",
                    "for_all=yes",
                    "limit=0",
                    "limit=501",
                    "limit=x",
                    "after=x",
                    "list=DENY&after=allow-00000000000000000000000000000000"
                }) {
            problem(400, as(tenant, Scope.LISTS_MANAGE).get("/v1/lists/entries?" + query));
        }
        problem(
                400,
                as(tenant, Scope.LISTS_MANAGE)
                        .body("{\"number\":\"706170786\"}")
                        .post("/v1/lists/matches"));
        page("").body("entries", hasSize(0));
    }

    @Test
    void anImportAddsReplacesAndLeavesAndIsSafeToRepeat() {
        String csv =
                "\uFEFF"
                        + HEADER
                        + "DENY,NUMBER,+46706170786,,=fraud,desk,\n"
                        + "allow,range,+46706170000,+46706170999,\"ours, all\",desk,2999-12-31T00:00:00Z\n"
                        + "\r\n"
                        + "DENY,PREFIX,+4670617,,premium,desk,\n";
        load(csv).statusCode(200).body("added", is(3)).body("replaced", is(0));
        load(csv).statusCode(200).body("added", is(0)).body("unchanged", is(3));
        load(csv.replace("premium", "other"))
                .statusCode(200)
                .body("replaced", is(1))
                .body("unchanged", is(2));
        page("?list=DENY").body("entries", hasSize(2));
        page("?list=ALLOW")
                .body("entries[0].reason", is("ours, all"))
                .body("entries[0].expires_at", is("2999-12-31T00:00:00Z"));
        awaitVerdict(tenant, "DENY");
    }

    @Test
    void oneWrongLineAndNothingIsAddedAndTheLineIsTold() {
        String detail =
                problem(
                                422,
                                importing(
                                        HEADER
                                                + "DENY,REGION,SE,,fraud,desk,\n"
                                                + "DENY,NUMBER,4.6706E+10,,fraud,desk,\n"
                                                + "DENY,NUMBER,+46706170786,,fraud\n"
                                                + "DENY,REGION,SE,,again,desk,\n"
                                                + "SOME,REGION,SE,,fraud,desk,\n"
                                                + "DENY,REGION,SE,,fraud,desk,2001-01-01T00:00:00Z\n"
                                                + "DENY,REGION,SE,,fraud,desk,soon\n"
                                                + "DENY,REGION,SE,,,desk,\n"))
                        .extract()
                        .path("detail");
        for (int line = 3; line <= 9; line++) {
            assertTrue(detail.contains("line " + line + ": "), detail);
        }
        assertTrue(!detail.contains("line 2: ") && !detail.contains("6706"), detail);
        page("").body("entries", hasSize(0));
    }

    @Test
    void ofManyWrongLinesTwentyAreTold() {
        String detail =
                problem(422, importing(HEADER + "DENY,REGION,XX,,fraud,desk,\n".repeat(1_000)))
                        .extract()
                        .path("detail");
        assertEquals(21, detail.split("line ", -1).length);
    }

    @Test
    void textThatIsNoListIsRefused() {
        problem(400, importing(""));
        problem(400, importing("list,value\n"));
        problem(400, importing("DENY,REGION,SE,,fraud,desk,\n"));
        problem(400, importing(HEADER + "DENY,REGION,SE,,\"fraud,desk,\n".repeat(200)));
        problem(400, importing(HEADER + "a,".repeat(500)));
        problem(
                400,
                as(tenant, Scope.LISTS_MANAGE)
                        .contentType("text/csv")
                        .body(
                                (HEADER + "DENY,REGION,SE,,fr\u00e4ud,desk,\n")
                                        .getBytes(StandardCharsets.ISO_8859_1))
                        .post("/v1/lists/import"));
        problem(413, importing(HEADER + "x".repeat(1_000_000)));
        problem(413, importing(HEADER + "DENY,REGION,SE,,fraud,desk,\n".repeat(10_001)));
        problem(415, as(tenant, Scope.LISTS_MANAGE).body("{}").post("/v1/lists/import"));
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 100; i < 200; i++) {
            csv.append("DENY,PREFIX,+46").append(i).append(",,fraud,desk,\n");
        }
        load(csv.toString()).statusCode(200).body("added", is(100));
        String next = page("?limit=60").body("entries", hasSize(60)).extract().path("next");
        page("?limit=60&after=" + next).body("entries", hasSize(40)).body("next", is(nullValue()));
    }

    @Test
    void theEntriesInMemoryAreCounted() {
        String metrics = given().get(Ports.management("/q/metrics")).asString();
        assertTrue(metrics.contains("vouchline_lists_entries"), metrics);
        assertTrue(metrics.contains("vouchline_lists_age_seconds"), metrics);
    }

    /** Lists follow their store within seconds: an end of time is given, not a length of sleep. */
    private static void awaitVerdict(String tenant, String verdict) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!verdict.equals(find(tenant).extract().path("verdict"))) {
            assertTrue(Instant.now().isBefore(end), "the lists do not follow");
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static ValidatableResponse find(String tenant) {
        return as(tenant, Scope.LISTS_MANAGE)
                .body("{\"number\":\"+46706170786\"}")
                .post("/v1/lists/matches")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse add(String list, String extent, String value) {
        return as(tenant, Scope.LISTS_ADD)
                .body(entry(list, extent, value, "", false))
                .post("/v1/lists/entries")
                .then();
    }

    private ValidatableResponse remove(String extent, String value) {
        return as(tenant, Scope.LISTS_MANAGE)
                .body(
                        """
                        {"list":"DENY","subject":{"extent":"%s","value":"%s"},"for_all":false}
                        """
                                .formatted(extent, value))
                .post("/v1/lists/removals")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse page(String query) {
        return as(tenant, Scope.LISTS_MANAGE)
                .get("/v1/lists/entries" + query)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse load(String csv) {
        return importing(csv).then();
    }

    private Response importing(String csv) {
        return as(tenant, Scope.LISTS_MANAGE)
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/v1/lists/import");
    }

    private static String entry(
            String list, String extent, String value, String to, boolean forAll) {
        return """
        {"list":"%s","subject":{"extent":"%s","value":"%s"%s},"reason":"fraud","author":"desk","expires_at":null,"for_all":%b}
        """
                .formatted(
                        list, extent, value, to.isEmpty() ? "" : ",\"to\":\"" + to + "\"", forAll);
    }

    private static RequestSpecification as(String tenant, String... scopes) {
        return given().contentType(ContentType.JSON)
                .auth()
                .oauth2(Tokens.token(Audience.RISK, tenant, "c", scopes));
    }

    private static ValidatableResponse problem(int status, Response response) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", is(status));
    }
}
