package io.vouchline.gateway.telavox;

import static io.vouchline.gateway.Refusals.unlessRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.vouchline.contract.lookup.AccountNumber;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.testing.Settings;
import io.vouchline.gateway.KeptInputs;
import io.vouchline.gateway.Queries;
import io.vouchline.gateway.access.AccessConfig;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.call.CallEvent;
import io.vouchline.gateway.call.CallId;
import io.vouchline.gateway.dialect.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever stands in a query of Telavox: what is read of it is within its bounds, or refused with a
 * problem. The same text is also tried as the value of each parameter.
 *
 * <p>Every build reads the inputs that are kept; with {@code JAZZER_FUZZ=1} the fuzzer starts from
 * them.
 */
class QueryFuzzTest {

    private static final List<String> REGIONS = List.of("US", "SE", "DE", "ZZ");
    private static final int FEWEST_DIGITS = 3;
    private static final int MOST_DIGITS = 20;
    private static final int LONGEST_REASON = 200;

    private static final List<Client> CLIENTS =
            REGIONS.stream().map(QueryFuzzTest::client).toList();

    @FuzzTest(maxDuration = "1m")
    @EnabledIfEnvironmentVariable(named = "JAZZER_FUZZ", matches = "1")
    void anyQueryIsReadWithinItsBoundsOrRefused(byte[] bytes) {
        check(bytes);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void everyQueryThatIsKeptIsReadWithinItsBoundsOrRefused(Path input) throws IOException {
        check(Files.readAllBytes(input));
    }

    static List<Path> inputs() {
        return KeptInputs.of(QueryFuzzTest.class, "anyQueryIsReadWithinItsBoundsOrRefused");
    }

    private static void check(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        Map<String, List<String>> query = Queries.read(text);
        for (Client client : CLIENTS) {
            checkQuery(query, client);
            checkValue(text, client);
        }
        checkReason(query.getOrDefault("reason", List.of()));
        checkReason(List.of(text));
    }

    private static void checkQuery(Map<String, List<String>> query, Client client) {
        unlessRefused(
                        () ->
                                CustomerQuery.read(
                                        query.getOrDefault("accountNumber", List.of()),
                                        query.getOrDefault("phoneNumber", List.of()),
                                        query.getOrDefault("callId", List.of()),
                                        query.getOrDefault("caller", List.of()),
                                        client))
                .ifPresent(QueryFuzzTest::checkCustomer);
        unlessRefused(() -> EventQuery.read(query, client.region()))
                .ifPresent(QueryFuzzTest::checkEvent);
    }

    private static void checkValue(String text, Client client) {
        unlessRefused(() -> KeypadInput.accountNumber(text, client.policy()))
                .ifPresent(QueryFuzzTest::checkAccount);
        unlessRefused(() -> CallingNumber.read(text, client.region()))
                .ifPresent(QueryFuzzTest::checkNumber);
        unlessRefused(() -> CallingNumber.ifAny("caller", text, client.region()))
                .flatMap(number -> number)
                .ifPresent(QueryFuzzTest::checkNumber);
    }

    private static void checkCustomer(CustomerQuery query) {
        assertTrue((query.account() == null) != (query.number() == null), "one of the two");
        checkAccount(query.account());
        checkNumber(query.number());
        checkNumber(query.hint().caller());
        if (query.hint().id() != null) {
            checkCall(query.hint().id());
        }
    }

    private static void checkEvent(CallEvent event) {
        checkCall(event.id());
        checkNumber(event.caller());
        checkNumber(event.callee());
        checkNumber(event.from());
        if (event.agent() != null) {
            String name = event.agent().name();
            assertTrue(
                    name.length() <= 64 && name.chars().noneMatch(Character::isISOControl),
                    "an agent");
        }
    }

    private static void checkCall(CallId id) {
        assertTrue(id.value().matches("[!-~]{1,128}"), "a call");
    }

    private static void checkAccount(AccountNumber account) {
        if (account != null) {
            String digits = account.value();
            assertTrue(
                    digits.matches("[0-9]{" + FEWEST_DIGITS + "," + MOST_DIGITS + "}"), "digits");
            assertTrue(PaymentCard.shown(account).length() == digits.length(), "as it is shown");
        }
    }

    private static void checkNumber(PhoneNumber number) {
        if (number != null) {
            assertEquals(number, PhoneNumber.ofE164(number.e164()), "in E.164");
        }
    }

    private static void checkReason(List<String> values) {
        unlessRefused(() -> CallReason.read(values))
                .ifPresent(
                        reason ->
                                assertTrue(
                                        !reason.isBlank()
                                                && reason.length() <= LONGEST_REASON
                                                && reason.lines().count() == 1
                                                && reason.chars()
                                                        .noneMatch(Character::isISOControl),
                                        "one line"));
    }

    private static Client client(String region) {
        Map<String, String> settings =
                Map.of(
                        "clients.desk.tenant", "bank",
                        "clients.desk.dialects", "telavox",
                        "clients.desk.default-region", "US",
                        "clients.desk.policy.account-number-min", String.valueOf(FEWEST_DIGITS),
                        "clients.desk.policy.account-number-max", String.valueOf(MOST_DIGITS));
        return new Client(
                "desk",
                "bank",
                Set.of(Dialect.TELAVOX),
                region,
                Settings.of(AccessConfig.class, settings).clients().get("desk").policy());
    }
}
