package io.vouchline.otp.securitykey;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.otp.SecurityKeyApi.Algorithm;
import io.vouchline.contract.testing.Requirement;
import io.vouchline.contract.testing.Tokens;
import io.vouchline.otp.OtpCalls;
import io.vouchline.otp.OtpFixture;
import io.vouchline.otp.Outbox;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(OtpFixture.class)
class SecurityKeyServiceTest {

    private static final AtomicInteger NEXT = new AtomicInteger(1000);
    private static final Pattern URI =
            Pattern.compile(
                    "otpauth://totp/The%20Bank:j\\.doe\\?secret=([A-Z2-7]+)&issuer=The%20Bank"
                            + "&algorithm=(SHA1|SHA256|SHA512)&digits=([678])&period=30");

    private final String number = "+1650257" + NEXT.getAndIncrement();
    private final String subject = UUID.randomUUID().toString();

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void aKeyIsMadeAndWhatItsAppShowsIsRight(Algorithm algorithm) {
        Key key = make(algorithm, 8);
        check(key, key.shown(0), "VALID").body("$", aMapWithSize(2)).body("id", is(key.id()));
    }

    @Test
    void everyKeyHasItsOwnSecret() {
        assertNotEquals(make(Algorithm.SHA1, 6).secret(), make(Algorithm.SHA1, 6).secret());
    }

    @Test
    @Requirement(27)
    void aStepIsGoodForOneSuccess() {
        Key key = make(Algorithm.SHA1, 6);
        String shown = key.shown(0);
        check(key, shown, "VALID");
        check(key, shown, "INVALID").body("id", nullValue());
    }

    @Test
    @Requirement(27)
    void afterALaterStepAnEarlierOneIsRefused() {
        Key key = make(Algorithm.SHA1, 6);
        long step = step();
        check(key, key.at(step + 1), "VALID");
        check(key, key.at(step), "INVALID");
        check(key, key.at(step - 1), "INVALID");
    }

    @Test
    void theStepsBeforeAndAfterAreTakenToo() {
        Key key = make(Algorithm.SHA1, 6);
        long step = step();
        check(key, key.at(step), "VALID");
        check(key, key.at(step + 1), "VALID");
    }

    @Test
    @Requirement(27)
    void of32ParallelChecksOfOneRightKeyOneIsRight() {
        Key key = make(Algorithm.SHA1, 6);
        String shown = key.shown(0);
        List<String> states = parallel(32, i -> state(request(List.of(key), shown, "p" + i)));
        assertEquals(1, Collections.frequency(states, "VALID"), states.toString());
    }

    @Test
    void theSameAttemptAgainGetsTheSameVerdictAndKey() {
        Key key = make(Algorithm.SHA1, 6);
        String right = request(List.of(key), key.shown(0), "turn 1");
        List<String> states = parallel(8, i -> state(right));
        assertEquals(8, Collections.frequency(states, "VALID"), states.toString());
        post(right).statusCode(200).body("state", is("VALID")).body("id", is(key.id()));
        String wrong = request(List.of(key), key.wrong(), "turn 2");
        for (int i = 0; i < 10; i++) {
            post(wrong).statusCode(200).body("state", is("INVALID"));
        }
        // Ten repetitions counted once.
        check(key, key.at(step() + 1), "VALID");
    }

    @Test
    void theSameAttemptWithOtherDigitsIsAnotherOne() {
        Key key = make(Algorithm.SHA1, 6);
        post(request(List.of(key), key.shown(0), "turn")).body("state", is("VALID"));
        post(request(List.of(key), key.wrong(), "turn")).body("state", is("INVALID"));
    }

    @Test
    @Requirement({9, 14, 29})
    void bruteForceLocksAndTheRightDigitsAreRefusedThen() {
        Key key = make(Algorithm.SHA1, 6);
        for (int i = 0; i < 5; i++) {
            check(key, key.wrong(), "INVALID");
        }
        check(key, key.shown(0), "MAX_ATTEMPTS_EXCEEDED").body("id", nullValue());
        check(key, key.wrong(), "MAX_ATTEMPTS_EXCEEDED").body("id", nullValue());
        code("MAX_ATTEMPTS_EXCEEDED");
    }

    @Test
    void aProvenKeyForgetsTheFailures() {
        Key key = make(Algorithm.SHA1, 6);
        for (int i = 0; i < 4; i++) {
            code("INVALID");
        }
        check(key, key.shown(0), "VALID");
        for (int i = 0; i < 5; i++) {
            code("INVALID");
        }
        code("MAX_ATTEMPTS_EXCEEDED");
    }

    @Test
    @Requirement(29)
    void aRightCodeDoesNotWashAwayTheFailuresOfKeys() {
        Key key = make(Algorithm.SHA1, 6);
        for (int i = 0; i < 4; i++) {
            check(key, key.wrong(), "INVALID");
        }
        OtpCalls.issue(OtpCalls.request(number, "SMS", null, "k", false));
        Matcher sent = Pattern.compile("[0-9]{6}").matcher(Outbox.first(number).body());
        assertTrue(sent.find());
        OtpCalls.check(number, sent.group(), "VALID");
        check(key, key.wrong(), "INVALID");
        check(key, key.shown(0), "MAX_ATTEMPTS_EXCEEDED");
    }

    @Test
    void ofSeveralKeysTheOneThatShowsItIsNamed() {
        Key first = make(Algorithm.SHA1, 8);
        Key second = make(Algorithm.SHA256, 8);
        post(request(List.of(first, second), second.shown(0), "a"))
                .body("state", is("VALID"))
                .body("id", is(second.id()));
        post(request(List.of(first, second), first.shown(0), "b"))
                .body("state", is("VALID"))
                .body("id", is(first.id()));
    }

    @Test
    @Requirement(31)
    void sealedBytesThatWereMovedOrChangedDoNotOpenAndCount() {
        Key key = make(Algorithm.SHA1, 6);
        String shown = key.shown(0);
        byte[] bent = Base64.getDecoder().decode(key.sealed());
        bent[bent.length - 1] ^= 1;
        post(body(subject + "x", key.id(), key.sealed(), shown, "subject"))
                .statusCode(200)
                .body("state", is("INVALID"));
        post(body(subject, UUID.randomUUID().toString(), key.sealed(), shown, "id"))
                .statusCode(200)
                .body("state", is("INVALID"));
        post(body(subject, key.id(), Base64.getEncoder().encodeToString(bent), shown, "bent"))
                .statusCode(200)
                .body("state", is("INVALID"));
        post(body(subject, key.id(), "AAAA", shown, "short"))
                .statusCode(200)
                .body("state", is("INVALID"));
        with("other", Scope.SECURITY_KEYS_CHECK)
                .body(body(subject, key.id(), key.sealed(), shown, "tenant"))
                .post("/v1/security-keys/check")
                .then()
                .statusCode(200)
                .body("state", is("INVALID"));
        code("INVALID");
        check(key, shown, "MAX_ATTEMPTS_EXCEEDED");
    }

    @Test
    void aKeyThatDoesNotOpenDoesNotHideOneThatDoes() {
        Key first = make(Algorithm.SHA1, 6);
        Key key = make(Algorithm.SHA1, 6);
        Key moved =
                new Key(UUID.randomUUID().toString(), first.sealed(), first.secret(), 6, "SHA1");
        post(request(List.of(moved, key), key.shown(0), "a")).body("state", is("VALID"));
    }

    @ParameterizedTest
    @CsvSource({"8, 6", "6, 8", "7, 6"})
    void anotherCountOfDigitsIsNotRight(int digits, int told) {
        Key key = make(Algorithm.SHA1, digits);
        String shown = "00" + key.shown(0);
        check(key, shown.substring(shown.length() - told), "INVALID");
    }

    @Test
    @Requirement(31)
    void aSecretIsInTheAnswerThatMadeItAlone() {
        Key key = make(Algorithm.SHA1, 6);
        String secret = key.secret();
        String answers =
                check(key, key.shown(0), "VALID").extract().asString()
                        + check(key, key.wrong(), "INVALID").extract().asString()
                        + make(Algorithm.SHA1, 6).sealed();
        assertTrue(!answers.contains(secret) && !answers.contains("otpauth"));
        byte[] sealed = Base64.getDecoder().decode(key.sealed());
        assertEquals(
                -1,
                Collections.indexOfSubList(
                        list(sealed), list(new Base32().decode(key.secret())).subList(0, 4)),
                "sealed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "digits|5",
                "digits|9",
                "digits|\"6\"",
                "algorithm|\"MD5\"",
                "algorithm|0",
                "issuer|\"a:b\"",
                "issuer|\"\"",
                "account|\"a\\nb\"",
                "account|null",
                "subject|\"a b\"",
                "subject|\"ü\"",
                "id|\"1\"",
                "secret|\"x\""
            })
    void aKeyThatCannotBeMadeIsAProblemDocument(String member, String value) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("id", quoted(UUID.randomUUID().toString()));
        members.put("subject", quoted(subject));
        members.put("issuer", quoted("The Bank"));
        members.put("account", quoted("j.doe"));
        members.put("algorithm", quoted("SHA1"));
        members.put("digits", "6");
        made(members).statusCode(200);
        members.put(member, value);
        problem(400, made(members));
    }

    private static ValidatableResponse made(Map<String, String> members) {
        String body =
                members.entrySet().stream()
                        .map(member -> quoted(member.getKey()) + ":" + member.getValue())
                        .collect(Collectors.joining(",", "{", "}"));
        return with("bank", Scope.SECURITY_KEYS_MAKE).body(body).post("/v1/security-keys").then();
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "123456789", "12 345", "١٢٣٤٥٦", "-12345", "", "1e5555"})
    void whatIsNotDigitsIsMalformed(String shown) {
        Key key = make(Algorithm.SHA1, 6);
        problem(400, post(request(List.of(key), shown, "a")))
                .body("detail", not(containsString("650257")));
    }

    @Test
    void aCheckWithoutKeysOrWithTooManyIsMalformed() {
        Key key = make(Algorithm.SHA1, 6);
        problem(400, post(request(List.of(), "123456", "a")));
        problem(400, post(request(Collections.nCopies(6, key), "123456", "a")));
        problem(400, post(body(subject, key.id(), "?", "123456", "a")));
        problem(400, post(body(subject, key.id(), "", "123456", "a")));
    }

    @Test
    void eachDoorHasItsScope() {
        Key key = make(Algorithm.SHA1, 6);
        String made = makeRequest(key.id(), Algorithm.SHA1, 6);
        String checked = request(List.of(key), key.shown(0), "a");
        problem(
                403,
                with("bank", Scope.SECURITY_KEYS_CHECK)
                        .body(made)
                        .post("/v1/security-keys")
                        .then());
        problem(
                403,
                with("bank", Scope.SECURITY_KEYS_MAKE)
                        .body(checked)
                        .post("/v1/security-keys/check")
                        .then());
        problem(
                401,
                given().contentType(ContentType.JSON)
                        .body(checked)
                        .post("/v1/security-keys/check")
                        .then());
    }

    private Key make(Algorithm algorithm, int digits) {
        String id = UUID.randomUUID().toString();
        var made =
                with("bank", Scope.SECURITY_KEYS_MAKE)
                        .body(makeRequest(id, algorithm, digits))
                        .post("/v1/security-keys")
                        .then()
                        .statusCode(200)
                        .body("$", aMapWithSize(3))
                        .body("id", is(id))
                        .header("Cache-Control", containsString("no-store"))
                        .extract();
        Matcher uri = URI.matcher(made.path("otpauth_uri"));
        assertTrue(uri.matches());
        assertEquals(algorithm.name(), uri.group(2));
        assertEquals(Integer.toString(digits), uri.group(3));
        return new Key(id, made.path("sealed"), uri.group(1), digits, uri.group(2));
    }

    private String makeRequest(String id, Algorithm algorithm, int digits) {
        return """
        {"id":"%s","subject":"%s","issuer":"The Bank","account":"j.doe","algorithm":"%s","digits":%d}"""
                .formatted(id, subject, algorithm, digits);
    }

    private ValidatableResponse check(Key key, String shown, String state) {
        return post(request(List.of(key), shown, UUID.randomUUID().toString()))
                .statusCode(200)
                .body("state", is(state));
    }

    private static String state(String request) {
        return post(request).statusCode(200).extract().path("state");
    }

    private static ValidatableResponse post(String request) {
        return with("bank", Scope.SECURITY_KEYS_CHECK)
                .body(request)
                .post("/v1/security-keys/check")
                .then();
    }

    private String request(List<Key> keys, String shown, String attempt) {
        return keys.stream()
                .map(key -> "{\"id\":\"%s\",\"sealed\":\"%s\"}".formatted(key.id(), key.sealed()))
                .collect(
                        Collectors.joining(
                                ",",
                                "{\"number\":\"%s\",\"subject\":\"%s\",\"keys\":["
                                        .formatted(number, subject),
                                "],\"shown\":\"%s\",\"attempt_id\":\"%s\"}"
                                        .formatted(shown, attempt)));
    }

    private String body(String whose, String id, String sealed, String shown, String attempt) {
        return """
        {"number":"%s","subject":"%s","keys":[{"id":"%s","sealed":"%s"}],"shown":"%s","attempt_id":"%s"}"""
                .formatted(number, whose, id, sealed, shown, attempt);
    }

    /** A wrong code for the same number: it shows how many failures the number has. */
    private void code(String state) {
        with("bank", Scope.PASSCODES_CHECK)
                .body("{\"number\":\"%s\",\"code\":\"00000\"}".formatted(number))
                .post("/v1/verifications/check")
                .then()
                .statusCode(200)
                .body("state", is(state));
    }

    private static List<String> parallel(int times, IntFunction<String> call) {
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<Callable<String>> calls =
                    IntStream.range(0, times)
                            .<Callable<String>>mapToObj(i -> () -> call.apply(i))
                            .toList();
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Byte> list(byte[] bytes) {
        return IntStream.range(0, bytes.length).mapToObj(i -> bytes[i]).toList();
    }

    private static long step() {
        return Totp.step(Instant.now());
    }

    private static ValidatableResponse problem(int status, ValidatableResponse response) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("status", is(status));
    }

    private static RequestSpecification with(String tenant, String scope) {
        return given().contentType(ContentType.JSON)
                .auth()
                .oauth2(Tokens.token(Audience.OTP, tenant, "c", scope));
    }

    /** A key as the customer's app has it. */
    private record Key(String id, String sealed, String secret, int digits, String algorithm) {

        String shown(long off) {
            return at(step() + off);
        }

        String at(long step) {
            return Totp.shown(
                    new KeySecret(
                            Algorithm.valueOf(algorithm), digits, new Base32().decode(secret)),
                    step);
        }

        /** Shown in no step from long before to long after now. */
        String wrong() {
            long now = step();
            List<String> near =
                    IntStream.rangeClosed(-5, 5).mapToObj(off -> at(now + off)).toList();
            return IntStream.range(0, 20)
                    .mapToObj(i -> ("%0" + digits + "d").formatted(i))
                    .filter(digits -> !near.contains(digits))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
