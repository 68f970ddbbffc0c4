package io.vouchline.local.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.local.load.ImportOrder.Errors;
import io.vouchline.local.load.ImportOrder.Load;
import io.vouchline.local.report.UsageError;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportArgumentsTest {

    @Test
    void aFileAloneIsADeltaOfTheDemoBankWithAKeyOfItsOwn() {
        Load load = load("customers.ndjson");

        assertEquals(Path.of("customers.ndjson"), load.file());
        assertEquals("mode=delta", load.query());
        assertEquals("demo-bank", load.tenant());
        assertTrue(load.key().matches("[0-9a-f-]{36}"));
        assertNotEquals(load.key(), load("customers.ndjson").key());
    }

    @Test
    void everyOptionIsPassedOn() {
        Load load =
                load(
                        "--full",
                        "--force",
                        "--rewrite",
                        "--dry-run",
                        "--tenant",
                        "other-bank",
                        "--key",
                        "night.2026_11-22",
                        "a.csv");

        assertEquals("mode=full&force=true&rewrite=true&dry_run=true", load.query());
        assertEquals("other-bank", load.tenant());
        assertEquals("night.2026_11-22", load.key());
    }

    @Test
    void allErrorsAreAskedForByTheKey() {
        assertEquals(new Errors("demo-bank", "k1"), parse("--errors", "--key", "k1"));
        assertEquals(
                new Errors("other", "k1"), parse("--tenant", "other", "--key", "k1", "--errors"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                | FILE is missing: which customers?",
                "--full            | FILE is missing: which customers?",
                "a b               | one FILE at a time: b is one too many",
                "a --fast          | there is no option --fast",
                "a --key           | --key needs a value behind it",
                "a --tenant --full | --tenant needs a value behind it",
                "a --key x/y       | --key takes 1 to 64 letters, digits, dots, hyphens and underscores, not x/y",
                "a --key ..        | --key takes 1 to 64 letters, digits, dots, hyphens and underscores, not ..",
                "--errors          | --errors needs the --key of the import",
                "--errors --key k a | --errors goes with --key and --tenant only",
                "--errors --full --key k | --errors goes with --key and --tenant only",
            })
    void aWrongCommandIsAnsweredWithWhatIsWrong(String arguments, String sentence) {
        String[] words = arguments.isEmpty() ? new String[0] : arguments.split(" ");

        assertEquals(sentence, assertThrows(UsageError.class, () -> parse(words)).sentence());
    }

    private static Load load(String... arguments) {
        return (Load) parse(arguments);
    }

    private static ImportOrder parse(String... arguments) {
        return ImportArguments.parse(List.of(arguments));
    }
}
