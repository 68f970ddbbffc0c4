package io.vouchline.gateway.telesign;

import static io.vouchline.gateway.Refusals.unlessRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.json.StrictJson;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.OtpApi;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.testing.Settings;
import io.vouchline.gateway.KeptInputs;
import io.vouchline.gateway.access.AccessConfig;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.transaction.CallbackUrl;
import io.vouchline.gateway.transaction.Transaction;
import io.vouchline.gateway.transaction.Transaction.Kind;
import io.vouchline.gateway.transaction.Transactions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a client of Telesign sends, as a form and as JSON: what is read of it is within its
 * bounds, or refused with a problem. The same text is also tried as code, reference and address.
 *
 * <p>Every build reads the inputs that are kept; with {@code JAZZER_FUZZ=1} the fuzzer starts from
 * them.
 */
class FormFuzzTest {

    private static final String NUMBER = "15552345678";
    private static final List<String> REGIONS = List.of("US", "SE", "ZZ");

    private static final ObjectMapper MAPPER = StrictJson.strict(new ObjectMapper());
    private static final Client CLIENT =
            new Client(
                    "voice",
                    "bank",
                    Set.of(Dialect.TELESIGN),
                    "US",
                    Settings.of(
                                    AccessConfig.class,
                                    Map.of(
                                            "clients.voice.tenant", "bank",
                                            "clients.voice.dialects", "telesign",
                                            "clients.voice.default-region", "US"))
                            .clients()
                            .get("voice")
                            .policy());

    @FuzzTest(maxDuration = "1m")
    @EnabledIfEnvironmentVariable(named = "JAZZER_FUZZ", matches = "1")
    void anyBodyIsReadWithinItsBoundsOrRefused(byte[] bytes) {
        check(bytes);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void everyBodyThatIsKeptIsReadWithinItsBoundsOrRefused(Path input) throws IOException {
        check(Files.readAllBytes(input));
    }

    static List<Path> inputs() {
        return KeptInputs.of(FormFuzzTest.class, "anyBodyIsReadWithinItsBoundsOrRefused");
    }

    private static void check(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        Optional<FormBody> form = unlessRefused(() -> new FormBody(bytes));
        for (String region : REGIONS) {
            for (Kind kind : Kind.values()) {
                form.flatMap(read -> unlessRefused(() -> VerifyRequest.of(kind, read, region)))
                        .ifPresent(FormFuzzTest::checkVerify);
            }
            String number = form.flatMap(read -> read.value("phone_number")).orElse(NUMBER);
            unlessRefused(() -> IntelligenceRequest.ofForm(number, bytes, region))
                    .ifPresent(FormFuzzTest::checkIntelligence);
            unlessRefused(() -> IntelligenceRequest.ofForm(text, new byte[0], region))
                    .ifPresent(FormFuzzTest::checkIntelligence);
            unlessRefused(() -> IntelligenceRequest.ofJson(NUMBER, bytes, MAPPER, region))
                    .ifPresent(FormFuzzTest::checkIntelligence);
        }
        checkCode(form.flatMap(read -> read.value("verify_code")).orElse(text));
        checkCode(text);
        checkCallback(form.flatMap(read -> read.value("callback_url")).orElse(text));
        checkReference(text);
    }

    private static void checkVerify(VerifyRequest request) {
        checkNumber(request.number(), request.original());
        request.code().ifPresent(code -> assertTrue(code.matches("[0-9]{3,7}"), "a code"));
        request.message()
                .ifPresent(
                        message ->
                                assertTrue(
                                        message.text().length() <= 500
                                                && message.text().contains("$$CODE$$"),
                                        "a message"));
        assertTrue(request.language().matches(OtpApi.LANGUAGE_TAG), "a language");
        request.address().ifPresent(FormFuzzTest::checkAddress);
    }

    private static void checkIntelligence(IntelligenceRequest request) {
        checkNumber(request.number(), request.original());
        request.externalId()
                .ifPresent(
                        id ->
                                assertTrue(
                                        id.codePointCount(0, id.length()) <= 255
                                                && id.chars().noneMatch(Character::isISOControl),
                                        "an id"));
        request.address().ifPresent(FormFuzzTest::checkAddress);
    }

    private static void checkNumber(PhoneNumber number, String original) {
        assertEquals(number, PhoneNumber.ofE164(number.e164()), "in E.164");
        assertNotNull(NumberingPlan.of(number).phoneType());
        assertNotNull(NumberingPlan.of(number).numbering(original));
    }

    private static void checkAddress(String address) {
        assertEquals(address, InetAddress.ofLiteral(address).getHostAddress(), "one spelling");
    }

    private static void checkCode(String text) {
        unlessRefused(() -> SubmittedCode.of(text))
                .flatMap(SubmittedCode::digits)
                .ifPresent(digits -> assertTrue(digits.matches("[0-9]{1,16}"), "a code"));
    }

    private static void checkCallback(String text) {
        Optional<URI> address = CallbackUrl.read(text, false);
        if (address.isPresent()) {
            URI url = address.get();
            assertTrue("https".equalsIgnoreCase(url.getScheme()), "in clear");
            assertTrue(url.getPort() == -1 || url.getPort() == 443, "at another port");
            assertTrue(url.getRawUserInfo() == null && url.getRawFragment() == null, "with more");
            assertTrue(url.toString().length() <= CallbackUrl.LONGEST, "without bounds");
        }
    }

    /**
     * What is no reference is refused before anybody is asked for it, and told back if harmless.
     */
    private static void checkReference(String text) {
        Transactions none =
                new Transactions() {
                    @Override
                    public Uni<Void> keep(Transaction transaction) {
                        throw new AssertionError("kept");
                    }

                    @Override
                    public Uni<Optional<Transaction>> find(String reference) {
                        assertTrue(reference.matches("[0-9A-F]{32}"), "a reference");
                        return Uni.createFrom().item(Optional.empty());
                    }
                };
        ProblemException refusal =
                assertThrows(
                        ProblemException.class,
                        () -> new OwnTransactions(none).find(CLIENT, text).await().indefinitely());
        assertTrue(
                refusal.problem().detail().matches("[A-Za-z0-9_ /:-]{1,128}"),
                refusal.problem().detail());
    }
}
