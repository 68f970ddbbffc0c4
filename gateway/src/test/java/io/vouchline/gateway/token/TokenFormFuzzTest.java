package io.vouchline.gateway.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.vouchline.gateway.KeptInputs;
import io.vouchline.gateway.Queries;
import io.vouchline.gateway.token.TokenQuestion.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is sent for a token: it is read within its bounds, or refused by a code of RFC 6749. An
 * input is the {@code Authorization} header, or an empty line for none, and then the form.
 *
 * <p>Every build reads the inputs that are kept; with {@code JAZZER_FUZZ=1} the fuzzer starts from
 * them.
 */
class TokenFormFuzzTest {

    private static final int LONGEST = 1_024;

    @FuzzTest(maxDuration = "1m")
    @EnabledIfEnvironmentVariable(named = "JAZZER_FUZZ", matches = "1")
    void anyFormIsReadWithinItsBoundsOrRefused(byte[] bytes) {
        check(bytes);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void everyFormThatIsKeptIsReadWithinItsBoundsOrRefused(Path input) throws IOException {
        check(Files.readAllBytes(input));
    }

    static List<Path> inputs() {
        return KeptInputs.of(TokenFormFuzzTest.class, "anyFormIsReadWithinItsBoundsOrRefused");
    }

    private static void check(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        int line = text.indexOf('\n');
        Optional<String> header =
                Optional.of(line < 0 ? "" : text.substring(0, line)).filter(t -> !t.isEmpty());
        try {
            checkQuestion(TokenQuestion.read(header, Queries.read(text.substring(line + 1))));
        } catch (TokenProblem e) {
            TokenFailure told = e.told();
            assertTrue(
                    told.error().matches("invalid_(request|client)|unsupported_grant_type"),
                    told.error());
            assertTrue(told.errorDescription().matches("[A-Za-z_', -]+[.]"), "words of ours");
        }
    }

    private static void checkQuestion(TokenQuestion question) {
        assertTrue(question.accounts().size() <= 2, "more than two readings");
        for (Account account : question.accounts()) {
            assertFalse(account.id().isEmpty(), "nobody");
            assertEquals("Account[...]", account.toString());
        }
        question.scopes().forEach(scope -> assertFalse(scope.isEmpty() || scope.contains(" ")));
        question.audience().ifPresent(audience -> assertTrue(audience.length() <= LONGEST));
    }
}
