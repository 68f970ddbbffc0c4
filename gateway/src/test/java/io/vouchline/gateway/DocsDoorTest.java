package io.vouchline.gateway;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vouchline.contract.testing.Tokens;
import io.vouchline.gateway.docs.Replay;
import io.vouchline.gateway.docs.Replay.Sender;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our own API and Telavox's, as their documents say. */
@QuarkusTest
@TestProfile(DoorsFixture.Open.class)
class DocsDoorTest {

    private static final Map<String, Runnable> CIRCUMSTANCES =
            Map.of(
                    "no service behind answers",
                    () -> Services.areAway("/v1"),
                    "call c0ffee-0815 of +46706170799 rings at bo@bank.example",
                    () ->
                            given().header("X-API-Key", DoorsFixture.DESK_KEY)
                                    .queryParam("event", "ringing")
                                    .queryParam("callId", "c0ffee-0815")
                                    .queryParam("caller", "+46706170799")
                                    .queryParam("agent", "bo@bank.example")
                                    .get("/telavox/calls")
                                    .then()
                                    .statusCode(200));

    @BeforeEach
    @AfterEach
    void theServicesAreFine() {
        Services.areAway("");
        Services.areSilent("");
    }

    static List<String> examplesOfTelavox() {
        return Replay.examples("telavox");
    }

    @ParameterizedTest
    @MethodSource("examplesOfTelavox")
    void telavoxIsAnsweredAsItsDocumentSays(String example) throws Exception {
        new Replay(
                        "telavox",
                        sender -> sender.who().isEmpty() ? key(DoorsFixture.DESK_KEY) : Map.of(),
                        CIRCUMSTANCES)
                .check(example);
    }

    static List<String> examplesOfOurOwn() {
        return Replay.examples("vouchline");
    }

    @ParameterizedTest
    @MethodSource("examplesOfOurOwn")
    void ourOwnApiAnswersAsItsDocumentSays(String example) throws Exception {
        new Replay("vouchline", DocsDoorTest::credential, CIRCUMSTANCES).check(example);
    }

    private static Map<String, String> credential(Sender sender) {
        return switch (sender.who()) {
            case "" -> sender.operatorsOnly() ? operator(sender) : key(withRight(sender.policy()));
            case "an operator" -> operator(sender);
            case "a client", "a client without this right" -> key(DoorsFixture.PLAIN_KEY);
            case "the carrier" -> Map.of("X-Twilio-Signature", Doors.SIGNED);
            case "nobody" -> Map.of();
            default -> throw new IllegalArgumentException(sender.who());
        };
    }

    /** The key of a client whose policy allows it. */
    private static String withRight(String policy) {
        return switch (policy) {
            case "", "enrol-authenticators" -> DoorsFixture.ENROLLING_KEY;
            case "lists", "feedback" -> DoorsFixture.LISTING_KEY;
            case "calls" -> DoorsFixture.READING_KEY;
            default -> throw new IllegalArgumentException(policy);
        };
    }

    private static Map<String, String> operator(Sender sender) {
        return Map.of(
                "Authorization",
                "Bearer " + Tokens.token("gateway", "bank", "operator", sender.scope()));
    }

    private static Map<String, String> key(String key) {
        return Map.of("X-API-Key", key);
    }
}
