package io.vouchline.contract.number;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The promises of {@link Notation#read} under a fuzzer that follows the branches of the code.
 *
 * <p>Every build reads the inputs in the folder {@code NotationFuzzTestInputs}, without the fuzzer:
 * its agent would rewrite classes under the other tests. With the environment variable {@code
 * JAZZER_FUZZ=1} the fuzzer starts from the same inputs and puts what breaks a promise beside them.
 */
class NotationFuzzTest {

    private static final String INPUTS =
            "NotationFuzzTestInputs/anyBytesHaveAClearAndStableReading";

    @FuzzTest(maxDuration = "2m")
    @EnabledIfEnvironmentVariable(named = "JAZZER_FUZZ", matches = "1")
    void anyBytesHaveAClearAndStableReading(byte[] bytes) {
        check(bytes);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void everyInputThatIsKeptHasAClearAndStableReading(Path input) throws IOException {
        check(Files.readAllBytes(input));
    }

    static List<Path> inputs() throws IOException, URISyntaxException {
        URL folder = Objects.requireNonNull(NotationFuzzTest.class.getResource(INPUTS), INPUTS);
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.sorted().toList();
        }
    }

    /** Bytes as UTF-8, so that inputs are readable files, and as UTF-16, for lone surrogates. */
    private static void check(byte[] bytes) {
        ReadingPromises.check(new String(bytes, UTF_8));
        ReadingPromises.check(codeUnits(bytes));
    }

    /** Code units as they stand: a decoder would put U+FFFD in the place of lone surrogates. */
    private static String codeUnits(byte[] bytes) {
        char[] units = new char[bytes.length / 2];
        for (int i = 0; i < units.length; i++) {
            units[i] = (char) (((bytes[2 * i] & 0xff) << 8) | (bytes[2 * i + 1] & 0xff));
        }
        return new String(units);
    }
}
