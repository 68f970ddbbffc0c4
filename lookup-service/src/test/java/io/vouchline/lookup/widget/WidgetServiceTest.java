package io.vouchline.lookup.widget;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
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
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(LookupFixture.class)
class WidgetServiceTest {

    private static final String SYSTEM = "/" + SystemWidgets.all().getFirst().id();

    /** The widget that the Telavox document builds. */
    private static final String CUSTOMER_CARD =
            """
            {"name":"Customer card",
             "shown_if":"accountNumber",
             "header":{"title":"Customer","action_label":"Open customer file",
                       "action_url":"https://crm.example.com/customers/{accountNumber}","autorun":true},
             "buttons":[{"label":"Create ticket","url":"https://crm.example.com/tickets/new?account=%accountNumber%&from={caller}"}],
             "rows":[{"title":"{customerInfo.customer.name}","label":"Name"}]}
            """;

    @Inject CustomerRows rows;

    @Test
    void theWidgetOfTheTelavoxDocumentIsMadeReadReplacedAndDeleted() {
        String bank = tenant();
        String id =
                make(bank, CUSTOMER_CARD)
                        .statusCode(201)
                        .body("origin", is("USER"))
                        .body("version", is(1))
                        .body("definition.name", is("Customer card"))
                        .body("definition.shown_if", is("accountNumber"))
                        .body("definition.header.autorun", is(true))
                        .body("definition.rows[0].url", nullValue())
                        .extract()
                        .path("id");
        Map<String, ?> made =
                as(bank).get("/" + id).then().statusCode(200).extract().jsonPath().getMap("");
        as(bank).get().then().statusCode(200).body("$", hasSize(2)).body("[1]", equalTo(made));
        String replaced =
                replace(bank, id, 1, named("Client card"))
                        .statusCode(200)
                        .body("version", is(2))
                        .body("created_at", is(made.get("created_at")))
                        .body("updated_at", greaterThan((String) made.get("updated_at")))
                        .body("definition.name", is("Client card"))
                        .body("definition.buttons", empty())
                        .extract()
                        .asString();
        assertEquals(replaced, as(bank).get("/" + id).asString());
        as(bank).delete("/" + id).then().statusCode(204);
        problem(404, as(bank).get("/" + id));
        problem(404, as(bank).delete("/" + id));
        problem(404, replace(bank, id, 2, named("x")));
    }

    @Test
    void theSystemsWidgetIsEverybodysAndStaysAsItIs() {
        String bank = tenant();
        as(bank).get()
                .then()
                .statusCode(200)
                .body("$", hasSize(1))
                .body("[0].origin", is("SYSTEM"))
                .body("[0].version", is(1))
                .body("[0].definition.name", is("Caller verification"))
                .body("[0].definition.shown_if", is("authLevel"))
                .body("[0].definition.header.action_url", nullValue())
                .body("[0].definition.rows.title", hasItem("{riskLevel}"));
        as(bank).get(SYSTEM).then().statusCode(200).body("origin", is("SYSTEM"));
        problem(409, replace(bank, SYSTEM.substring(1), 1, named("x")));
        problem(409, as(bank).delete(SYSTEM));
        problem(409, make(bank, named("CALLER Verification")));
    }

    @Test
    void aNameIsATenantsOnce() {
        String bank = tenant();
        String first = make(bank, named("Åsa")).statusCode(201).extract().path("id");
        problem(409, make(bank, named("åSA"))).body("detail", not(containsString("SA")));
        problem(409, make(bank, named(" Åsa ")));
        make(tenant(), named("åsa")).statusCode(201);
        String other = make(bank, named("Other")).statusCode(201).extract().path("id");
        problem(409, replace(bank, other, 1, named("ÅSA")));
        replace(bank, first, 1, named("ÅSA")).statusCode(200).body("definition.name", is("ÅSA"));
        as(bank).get("/" + other)
                .then()
                .body("version", is(1))
                .body("definition.name", is("Other"));
    }

    @Test
    void anotherVersionIsAConflict() {
        String bank = tenant();
        String id = make(bank, named("x")).statusCode(201).extract().path("id");
        problem(409, replace(bank, id, 2, named("x")));
        replace(bank, id, 1, named("x")).statusCode(200).body("version", is(2));
        problem(409, replace(bank, id, 1, named("x")));
        problem(400, replace(bank, id, 0, named("x"))).body("detail", startsWith("version "));
    }

    @Test
    void ofReplacementsOfOneVersionOneWins() {
        String bank = tenant();
        String id = make(bank, named("x")).statusCode(201).extract().path("id");
        List<Response> answers =
                Racers.race(
                        20, i -> replace(bank, id, 1, named("racer " + i)).extract().response());
        assertEquals(Map.of(200, 1L, 409, 19L), statuses(answers));
        Response winner =
                answers.stream().filter(a -> a.statusCode() == 200).findFirst().orElseThrow();
        assertEquals(winner.asString(), as(bank).get("/" + id).asString());
    }

    @Test
    void aNameIsHadOnceHoweverQuick() {
        String bank = tenant();
        List<Response> answers =
                Racers.race(20, i -> make(bank, named("the one")).extract().response());
        assertEquals(Map.of(201, 1L, 409, 19L), statuses(answers));
    }

    @Test
    void aTenantHas100WidgetsAtMostHoweverQuick() {
        String bank = tenant();
        rows.update(
                """
                INSERT INTO widget
                SELECT gen_random_uuid(), ?, 'w' || i, '{"name":"w","header":{"title":"w"}}', 1, now(), now()
                FROM generate_series(1, 90) AS i
                """,
                bank);
        List<Response> answers =
                Racers.race(20, i -> make(bank, named("racer " + i)).extract().response());
        assertEquals(Map.of(201, 10L, 409, 10L), statuses(answers));
        as(bank).get().then().body("$", hasSize(101));
        make(tenant(), named("x")).statusCode(201);
    }

    @Test
    void aWidgetThatIsReplacedAndDeletedAtOnceIsNoFault() {
        String bank = tenant();
        String id = make(bank, named("x")).statusCode(201).extract().path("id");
        List<Response> answers =
                Racers.race(
                        10,
                        i ->
                                i % 2 == 0
                                        ? as(bank).delete("/" + id)
                                        : replace(bank, id, 1, named("y")).extract().response());
        assertEquals(1, answers.stream().filter(a -> a.statusCode() == 204).count());
        assertEquals(0, answers.stream().filter(a -> a.statusCode() >= 500).count());
    }

    @Test
    void anotherTenantSeesAndChangesNothing() {
        String bank = tenant();
        String other = tenant();
        String id = make(bank, CUSTOMER_CARD).statusCode(201).extract().path("id");
        as(other).get().then().body("$", hasSize(1));
        problem(404, as(other).get("/" + id));
        problem(404, replace(other, id, 1, named("x")));
        problem(404, as(other).delete("/" + id));
        as(bank).get("/" + id).then().statusCode(200).body("version", is(1));
    }

    @Test
    void readingAndWritingHaveScopesOfTheirOwn() {
        String path = "/" + UUID.randomUUID();
        problem(403, with(Scope.WIDGETS_READ).body(CUSTOMER_CARD).post());
        problem(403, with(Scope.WIDGETS_READ).body("{}").put(path));
        problem(403, with(Scope.WIDGETS_READ).delete(path));
        problem(403, with(Scope.WIDGETS_WRITE).get());
        problem(403, with(Scope.WIDGETS_WRITE).get(path));
        problem(403, with(Scope.CUSTOMERS_READ).get());
        problem(401, given().basePath("/v1/widgets").get());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    header             | {"name":"x"}
                    name               | {"header":{"title":"t"}}
                    name               | {"name":null,"header":{"title":"t"}}
                    name               | {"name":"a\\u0007b","header":{"title":"t"}}
                    header.title       | {"name":"x","header":{}}
                    header.title       | {"name":"x","header":{"title":"a\\u202eb"}}
                    header             | {"name":"x","header":{"title":"t","action_label":"l"}}
                    header             | {"name":"x","header":{"title":"t","action_url":"https://x.example"}}
                    header.autorun     | {"name":"x","header":{"title":"t","autorun":true}}
                    header.action_url  | {"name":"x","header":{"title":"t","action_label":"l","action_url":"https://{secret}/"}}
                    shown_if           | {"name":"x","shown_if":"{secret}","header":{"title":"t"}}
                    buttons[0]         | {"name":"x","header":{"title":"t"},"buttons":[null]}
                    buttons[1].url     | {"name":"x","header":{"title":"t"},"buttons":[{"label":"l","url":"http://x.example"},{"label":"l","url":"javascript:secret"}]}
                    buttons[0].url     | {"name":"x","header":{"title":"t"},"buttons":[{"label":"l"}]}
                    rows[0].title      | {"name":"x","header":{"title":"t"},"rows":[{"title":"{secret"}]}
                    rows[0].label      | {"name":"x","header":{"title":"t"},"rows":[{"title":"t","label":""}]}
                    """)
    void aRefusalNamesTheMemberAndRepeatsNothing(String member, String definition) {
        problem(400, make(tenant(), definition))
                .body("detail", startsWith(member + " "))
                .body("detail", not(containsString("secret")));
    }

    @Test
    void oneTooManyIsNamed() {
        String button = "{\"label\":\"l\",\"url\":\"https://x.example\"}";
        String row = "{\"title\":\"t\"}";
        String start = "{\"name\":\"x\",\"header\":{\"title\":\"t\"},";
        problem(400, make(tenant(), start + "\"buttons\":[" + times(4, button) + "]}"))
                .body("detail", startsWith("buttons[3] "));
        problem(400, make(tenant(), start + "\"rows\":[" + times(6, row) + "]}"))
                .body("detail", startsWith("rows[5] "));
        make(
                        tenant(),
                        start
                                + "\"buttons\":["
                                + times(3, button)
                                + "],\"rows\":["
                                + times(5, row)
                                + "]}")
                .statusCode(201)
                .body("definition.buttons", hasSize(3))
                .body("definition.rows", hasSize(5));
    }

    @ParameterizedTest
    @Requirement(32)
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {
                    null
                    []
                    "x"
                    {"name":1,"header":{"title":"t"}}
                    {"name":"x","header":"t"}
                    {"name":"x","header":{"title":"t"},"buttons":{}}
                    {"name":"x","header":{"title":"t","autorun":"yes"}}
                    {"name":"x","header":{"title":"t"},"tenant":"other"}
                    {"name":"x","name":"y","header":{"title":"t"}}
                    """)
    void aBodyOfAnotherShapeIsRefused(String body) {
        problem(400, make(tenant(), body));
    }

    @Test
    void anIdThatIsNoneIsNotFound() {
        problem(404, as(tenant()).get("/x"));
        problem(400, as(tenant()).body("{\"version\":1}").put("/" + UUID.randomUUID()));
    }

    private static String times(int count, String json) {
        return String.join(",", Collections.nCopies(count, json));
    }

    private static String tenant() {
        return "bank-" + UUID.randomUUID();
    }

    private static String named(String name) {
        return "{\"name\":\"%s\",\"header\":{\"title\":\"t\"}}".formatted(name);
    }

    private static ValidatableResponse make(String tenant, String definition) {
        return as(tenant).body(definition).post().then();
    }

    private static ValidatableResponse replace(
            String tenant, String id, int version, String definition) {
        return as(tenant)
                .body("{\"version\":%d,\"definition\":%s}".formatted(version, definition))
                .put("/" + id)
                .then();
    }

    private static Map<Integer, Long> statuses(List<Response> answers) {
        return answers.stream()
                .collect(
                        Collectors.groupingBy(
                                Response::statusCode, TreeMap::new, Collectors.counting()));
    }

    private static ValidatableResponse problem(int status, Response response) {
        return problem(status, response.then());
    }

    private static ValidatableResponse problem(int status, ValidatableResponse response) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("status", is(status));
    }

    private static RequestSpecification as(String tenant) {
        return asking(tenant, Scope.WIDGETS_READ, Scope.WIDGETS_WRITE);
    }

    private static RequestSpecification with(String... scopes) {
        return asking("bank", scopes);
    }

    private static RequestSpecification asking(String tenant, String... scopes) {
        return given().basePath("/v1/widgets")
                .contentType(ContentType.JSON)
                .auth()
                .oauth2(Tokens.token(Audience.LOOKUP, tenant, "c", scopes));
    }
}
