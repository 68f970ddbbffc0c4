package io.vouchline.local.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.local.report.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerateCommandTest {

    private static final String USAGE =
            "usage: deploy/local/generate COUNT [--seed N] [--csv] > customers.ndjson\n";

    private final ByteArrayOutputStream customers = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Test
    void asManyLinesAreWrittenAsWanted() {
        assertEquals(0, run(customers, "12", "--seed", "5"));

        String text = customers.toString(UTF_8);
        assertEquals(12, text.lines().count());
        assertTrue(text.startsWith(new CustomerGenerator(5).line(0) + "\n"));
        assertTrue(text.endsWith(new CustomerGenerator(5).line(11) + "\n"));
    }

    @Test
    void csvHasAHeaderAndTheLineEndsOfItsStandard() {
        assertEquals(0, run(customers, "--csv", "2"));

        CustomerGenerator generator = new CustomerGenerator(1);
        assertEquals(
                CustomerGenerator.csvHeader()
                        + "\r\n"
                        + generator.csv(0)
                        + "\r\n"
                        + generator.csv(1)
                        + "\r\n",
                customers.toString(UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''            | COUNT is missing: how many customers?",
                "0             | COUNT is a whole number from 1 to 100000000, not 0",
                "100000001     | COUNT is a whole number from 1 to 100000000, not 100000001",
                "ten           | COUNT is a whole number from 1 to 100000000, not ten",
                "1 2           | one COUNT is enough: 2 is one too many",
                "1 --seed      | --seed needs a whole number behind it",
                "1 --seed soon | --seed needs a whole number behind it, not soon",
                "-5            | there is no option -5",
            })
    void aWrongCommandIsAnsweredWithWhatIsWrongAndTheUsage(String arguments, String sentence) {
        assertEquals(2, run(customers, arguments.isEmpty() ? new String[0] : arguments.split(" ")));

        assertEquals("vouchline: " + sentence + "\n" + USAGE, errors.toString(UTF_8));
        assertEquals(0, customers.size());
    }

    @Test
    void whoHasReadEnoughIsNoFailure() {
        assertEquals(0, run(failing("Broken pipe"), "5"));

        assertEquals("", errors.toString(UTF_8));
    }

    @Test
    void aFullDiskIs() {
        assertEquals(3, run(failing("No space left on device"), "5"));

        assertEquals(
                "vouchline failed: The customers cannot be written (IOException: No space left on device): see that there is room where they go.\n",
                errors.toString(UTF_8));
    }

    private int run(OutputStream out, String... arguments) {
        PrintStream printed = new PrintStream(errors, true, UTF_8);
        return new GenerateCommand(out, new Terminal(printed, printed)).run(List.of(arguments));
    }

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException(reason);
            }
        };
    }
}
