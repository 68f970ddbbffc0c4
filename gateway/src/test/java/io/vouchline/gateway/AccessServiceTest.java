package io.vouchline.gateway;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vouchline.contract.testing.Ports;
import io.vouchline.contract.testing.RedisAdmin;
import io.vouchline.contract.testing.Tokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(AccessFixture.Guarded.class)
class AccessServiceTest {

    private static final String CALL = "/v1/verify/call";
    private static final String SAMPLE =
            "phone_number=5552345678&language=en-US&template=Your+code+is+%24%24CODE%24%24";
    private static final String CUSTOMER = "/telavox/customer?accountNumber=1234567890";
    private static final AtomicInteger SOURCES = new AtomicInteger();

    // Signed requests

    @ParameterizedTest
    @ValueSource(strings = {AccessFixture.SIGNING_KEY, AccessFixture.NEXT_SIGNING_KEY})
    void aSignedCallIsMadeByEitherLiveKey(String key) {
        signed(new Signed(AccessFixture.SIGNER, key, SAMPLE))
                .statusCode(200)
                .body("status.code", is(103));
    }

    @Test
    void aWrongSignatureIsToldWhatItShouldHaveSignedAndSoIsAnUnknownCustomer() {
        for (String customer : new String[] {AccessFixture.SIGNER, "nobody"}) {
            Signed call =
                    new Signed(customer, Base64.getEncoder().encodeToString(new byte[32]), SAMPLE);
            refused(signed(call), -30006)
                    .body(
                            "signature_string",
                            startsWith("POST\napplication/x-www-form-urlencoded\n"))
                    .body(
                            "signature_string",
                            matchesPattern("(?s).*\n\\Q" + SAMPLE + "\\E\n/v1/verify/call"))
                    .body("$", aMapWithSize(5));
        }
    }

    @Test
    void aBodyThatWasChangedOnItsWayIsRefused() {
        refused(signed(good().sending(SAMPLE.replace("5552345678", "5552345679"))), -30006);
    }

    @Test
    void aCallIsTakenOnce() {
        Signed call = good().nonce("a-nonce-of-aCallIsTakenOnce");
        signed(call).statusCode(200);
        refused(signed(call), -30012).body("$", not(hasKey("signature_string")));
        refused(signed(good().nonce("a-nonce-of-aCallIsTakenOnce")), -30012);
    }

    @Test
    void ofTheSameCallManyTimesAtOnceExactlyOneIsMade() {
        HttpRequest call = good().http(URI.create("http://localhost:" + RestAssured.port + CALL));
        try (HttpClient http = HttpClient.newHttpClient()) {
            List<CompletableFuture<HttpResponse<String>>> answers =
                    IntStream.range(0, 8)
                            .mapToObj(i -> http.sendAsync(call, BodyHandlers.ofString()))
                            .toList();
            List<HttpResponse<String>> all = answers.stream().map(CompletableFuture::join).toList();
            assertEquals(1, all.stream().filter(one -> one.statusCode() == 200).count());
            assertEquals(7, all.stream().filter(one -> one.body().contains("-30012")).count());
        }
    }

    @Test
    void whatASignedRequestLacksIsToldByItsCode() {
        String old =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        ZonedDateTime.now(ZoneOffset.UTC).minusMinutes(16));
        refused(signed(good().date(old)), -30010);
        refused(signed(good().date("yesterday")), -30009);
        refused(signed(good().nonce("1234567")), -30011);
        refused(from().header("Authorization", "TSA x").post(CALL).then(), -30005);
        refused(from().header("Authorization", "Digest x").post(CALL).then(), -30005);
        refused(from().post(CALL).then(), -30004)
                .header("WWW-Authenticate", startsWith("Basic realm=\"vouchline\", TSA"));
        refused(
                from().header("Authorization", "TSA x:AAAA")
                        .header("x-ts-auth-method", "HMAC-SHA256")
                        .post(CALL)
                        .then(),
                -30007);
        refused(
                from().header("Authorization", "TSA x:AAAA")
                        .header("x-ts-auth-method", "HMAC-MD5")
                        .post(CALL)
                        .then(),
                -30008);
    }

    @Test
    void aSignedBodyThatIsTooLargeIsRefusedBeforeItsSignature() {
        signed(
                        new Signed(
                                AccessFixture.SIGNER,
                                AccessFixture.SIGNING_KEY,
                                "a=" + "1".repeat(70_000)))
                .statusCode(413)
                .body("errors[0].code", is(-40006));
    }

    @Test
    void whileNoncesCannotBeRememberedNoSignedCallIsMade() {
        RedisAdmin admin = new RedisAdmin(AccessFixture.redisPort());
        Signed call = good();
        admin.send("REPLICAOF 127.0.0.1 " + Ports.free());
        try {
            signed(call).statusCode(503).body("errors[0].code", is(-90001));
            // Nothing else needs it: a wrong credential is still 401, a right one still good.
            refused(signed(good().sending("a=1")), -30006);
            desk(AccessFixture.DESK_KEY).get(CUSTOMER).then().statusCode(200);
        } finally {
            admin.send("REPLICAOF NO ONE");
        }
        signed(call).statusCode(200);
    }

    @Test
    void aSignatureIsNoCredentialElsewhere() {
        good().on(from()).post(CUSTOMER).then().statusCode(401);
    }

    // Tokens

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void aClientGetsATokenForItsKeyAndComesInWithIt(boolean inTheForm) {
        RequestSpecification request = form().formParam("grant_type", "client_credentials");
        request =
                inTheForm
                        ? request.formParam("client_id", "by-token")
                                .formParam("client_secret", AccessFixture.TOKEN_KEY)
                        : request.header(
                                "Authorization", basic("by-token", AccessFixture.TOKEN_KEY));
        String token =
                request.post("/oauth/token")
                        .then()
                        .statusCode(200)
                        .header("Cache-Control", "no-store")
                        .body("$", aMapWithSize(3))
                        .body("token_type", is("Bearer"))
                        .body("expires_in", is(3600))
                        .extract()
                        .path("access_token");
        bearer(token).get(CUSTOMER).then().statusCode(200).body("found", is(true));
        bearer(token.substring(0, token.length() - 4) + "AAAA")
                .get(CUSTOMER)
                .then()
                .statusCode(401);
        // The dialects are those of the client.
        bearer(token)
                .contentType("application/x-www-form-urlencoded")
                .body(SAMPLE)
                .post(CALL)
                .then()
                .statusCode(401)
                .body("errors[0].code", is(-40002));
    }

    @Test
    void anEncodedSecretIsReadAsRfc6749HasItAndAsManyClientsSendIt() {
        form().formParam("grant_type", "client_credentials")
                .header("Authorization", basic("by-token", "a-key%2Ffor%2Btokens%3D0123456789"))
                .post("/oauth/token")
                .then()
                .statusCode(200);
    }

    @Test
    void aWrongSecretAndAnUnknownClientAndOneWithoutTokensGetTheSameAnswer() {
        for (String[] account :
                new String[][] {
                    {"by-token", "wrong"},
                    {"nobody", AccessFixture.TOKEN_KEY},
                    {"desk", AccessFixture.DESK_KEY}
                }) {
            from().contentType("application/x-www-form-urlencoded")
                    .header("Authorization", basic(account[0], account[1]))
                    .formParam("grant_type", "client_credentials")
                    .post("/oauth/token")
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", startsWith("Basic"))
                    .header("Cache-Control", "no-store")
                    .body("$", aMapWithSize(2))
                    .body("error", is("invalid_client"))
                    .body("error_description", is("The client's id and secret are not good here."));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type=password, unsupported_grant_type",
        "'', invalid_request",
        "grant_type=client_credentials&grant_type=client_credentials, invalid_request",
        "grant_type=client_credentials&client_id=by-token&client_secret=x, invalid_request",
        "grant_type=client_credentials&client_id=another, invalid_request",
        "grant_type=client_credentials&scope=customers:read, invalid_scope",
        "grant_type=client_credentials&audience=gateway, invalid_target"
    })
    void whatIsNoSuchQuestionIsToldByTheCodesOfRfc6749(String form, String error) {
        from().contentType("application/x-www-form-urlencoded")
                .header("Authorization", basic("by-token", AccessFixture.TOKEN_KEY))
                .body(form)
                .post("/oauth/token")
                .then()
                .statusCode(400)
                .header("Cache-Control", "no-store")
                .body("error", is(error));
    }

    @Test
    void anOperatorGetsATokenThatAllowsNoMoreThanItsAccount() {
        String token =
                operator("attempts:clear", "gateway")
                        .statusCode(200)
                        .body("scope", is("attempts:clear"))
                        .body("expires_in", is(600))
                        .extract()
                        .path("access_token");
        bearer(token)
                .contentType("application/json")
                .body(Doors.number("+16502530000"))
                .post("/attempts/clear")
                .then()
                .statusCode(200)
                .body("cleared", is(true));
        // A token of one service opens no other, and none opens a platform's door.
        String lookup =
                operator("customers:import", "lookup-service").extract().path("access_token");
        bearer(lookup)
                .contentType("application/json")
                .body(Doors.number("+16502530000"))
                .post("/attempts/clear")
                .then()
                .statusCode(401);
        bearer(token).get(CUSTOMER).then().statusCode(401);
        operator("attempts:clear customers:erase", "gateway")
                .statusCode(400)
                .body("error", is("invalid_scope"));
        operator("attempts:clear", "risk-service")
                .statusCode(400)
                .body("error", is("invalid_target"));
    }

    @Test
    void thePublicKeysArePublishedAndNoneOfThePrivateOrInternalOnes() {
        given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=300")
                .body("$", aMapWithSize(1))
                .body("keys", hasSize(2))
                .body("keys.kid", is(List.of("platform-1", "assertion-1")))
                .body("keys.kty", everyItem(is("EC")))
                .body("keys", everyItem(not(hasKey("d"))));
    }

    // Google

    @Test
    void aGoogleServiceAgentComesInByItsIdToken() {
        bearer(google(claims -> {})).get(CUSTOMER).then().statusCode(200).body("found", is(true));
        bearer(google(claims -> claims.setStringClaim("email", "other@x.example")))
                .get(CUSTOMER)
                .then()
                .statusCode(401);
        bearer(google(claims -> claims.setAudience("https://another.example")))
                .get(CUSTOMER)
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "a.b.c", "e30.e30.", "eyJhbGciOiJub25lIn0.e30.", "....", "é.é.é"})
    void whatIsNoTokenIsRefused(String token) {
        bearer(token).get(CUSTOMER).then().statusCode(401);
    }

    // Sources

    @Test
    void aKeyIsGoodOnlyFromWhereItsClientComes() {
        ranged("80.83.223.255").statusCode(200);
        ranged("80.83.224.0").statusCode(401);
        // Whatever stands left of the proxy's own word may be the sender's.
        ranged("80.83.208.1, 198.51.100.9").statusCode(401);
        ranged("198.51.100.9, 80.83.208.1").statusCode(200);
        given().header("X-Desk-Key", AccessFixture.RANGED_KEY)
                .header("Forwarded", "for=80.83.208.1")
                .header("X-Real-IP", "80.83.208.1")
                .get(CUSTOMER)
                .then()
                .statusCode(401);
    }

    @Test
    void theAnswerToAWrongSourceIsThatToAWrongKey() {
        String wrongSource = ranged("198.51.100.10").extract().asString();
        String wrongKey = desk("a-wrong-key-0123456789-012345").get(CUSTOMER).asString();
        assertEquals(wrongKey, wrongSource);
    }

    @Test
    void aSourceAloneIsEnoughForTheClientThatSaysSo() {
        given().header("X-Forwarded-For", "203.0.113.77")
                .get(CUSTOMER)
                .then()
                .statusCode(200)
                .body("found", is(true));
        given().header("X-Forwarded-For", "203.0.114.1").get(CUSTOMER).then().statusCode(401);
        // A credential that does not hold makes nobody that client.
        given().header("X-Forwarded-For", "203.0.113.77")
                .header("X-API-Key", "wrong")
                .get(CUSTOMER)
                .then()
                .statusCode(401);
    }

    // Failures

    @Test
    void aSourceWithTooManyRefusalsIsToldToWaitButItsRightCredentialPasses() {
        String source = "198.51.100.200";
        double before = failures("key");
        for (int i = 0; i < 30; i++) {
            from(source).header("X-API-Key", "wrong").get(CUSTOMER).then().statusCode(401);
        }
        from(source)
                .header("X-API-Key", "wrong")
                .get(CUSTOMER)
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("[1-9][0-9]?"))
                .body("found", is(false))
                .body("outcome", is("error"));
        from(source).post(CALL).then().statusCode(429).body("errors[0].code", is(-40007));
        from(source)
                .contentType("application/x-www-form-urlencoded")
                .header("Authorization", basic("by-token", "wrong"))
                .formParam("grant_type", "client_credentials")
                .post("/oauth/token")
                .then()
                .statusCode(429)
                .body("error", is("invalid_client"));
        from(source)
                .header("X-API-Key", AccessFixture.DESK_KEY)
                .get(CUSTOMER)
                .then()
                .statusCode(200);
        from("198.51.100.201").header("X-API-Key", "wrong").get(CUSTOMER).then().statusCode(401);
        assertEquals(before + 32, failures("key"));
    }

    @Test
    void noSpellingOfAPathLeadsAroundTheCredential() {
        for (String path :
                List.of(
                        "/telavox/customer;x=1",
                        "/telavox//customer",
                        "/telavox/./customer",
                        "/x/../telavox/customer",
                        "/telavox/customer/",
                        "/%74elavox/customer")) {
            int status = from().urlEncodingEnabled(false).get(path).statusCode();
            assertTrue(status == 401 || status == 404 || status == 400, path + ": " + status);
        }
    }

    @Test
    void aForeignInternalTokenIsNoPlatformsToken() {
        bearer(Tokens.token("gateway", "bank", "operator", "attempts:clear"))
                .get(CUSTOMER)
                .then()
                .statusCode(401);
    }

    private static Signed good() {
        return new Signed(AccessFixture.SIGNER, AccessFixture.SIGNING_KEY, SAMPLE);
    }

    private static ValidatableResponse signed(Signed call) {
        return call.on(from()).post(CALL).then();
    }

    private static ValidatableResponse refused(ValidatableResponse answer, int code) {
        return answer.statusCode(401)
                .contentType("application/json")
                .body("errors", hasSize(1))
                .body("errors[0].code", is(code))
                .body("status.code", is(501))
                .body("status.description", is("Not authorized"));
    }

    private static ValidatableResponse operator(String scope, String audience) {
        return form().header("Authorization", basic("desk-lead", AccessFixture.OPERATOR_KEY))
                .formParam("grant_type", "client_credentials")
                .formParam("scope", scope)
                .formParam("audience", audience)
                .post("/oauth/token")
                .then();
    }

    private static ValidatableResponse ranged(String forwardedFor) {
        return given().header("X-Desk-Key", AccessFixture.RANGED_KEY)
                .header("X-Forwarded-For", forwardedFor)
                .get(CUSTOMER)
                .then();
    }

    private static RequestSpecification desk(String key) {
        return from().header("X-API-Key", key);
    }

    private static RequestSpecification bearer(String token) {
        return from().header("Authorization", "Bearer " + token);
    }

    private static RequestSpecification form() {
        return from().contentType("application/x-www-form-urlencoded");
    }

    /** From an address of its own, so that no test uses up another's failures. */
    private static RequestSpecification from() {
        int number = SOURCES.incrementAndGet();
        return from("198.18.%d.%d".formatted(number / 256, number % 256));
    }

    private static RequestSpecification from(String source) {
        return given().header("X-Forwarded-For", source);
    }

    private static String basic(String user, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }

    private static double failures(String scheme) {
        Response metrics = given().get(Ports.management("/q/metrics"));
        return metrics.asString()
                .lines()
                .filter(line -> line.startsWith("vouchline_access_failures_total"))
                .filter(line -> line.contains("scheme=\"" + scheme + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static String google(Consumer<JwtClaims> bent) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("https://accounts.google.com");
        claims.setAudience(AccessFixture.AUDIENCE);
        claims.setStringClaim("email", AccessFixture.AGENT);
        claims.setClaim("email_verified", true);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(60);
        bent.accept(claims);
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue("RS256");
        token.setKeyIdHeaderValue("google-1");
        token.setKey(AccessFixture.googleKey().getRsaPrivateKey());
        token.setPayload(claims.toJson());
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
