package io.vouchline.local.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.local.load.ImportJob.Counters;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTextTest {

    private static final long SIZE = 50_000_000;

    @Test
    void theBarGrowsWithTheFile() {
        assertEquals(
                "[################------------------------]  42 %  21.0 of 50.0 MB, 10.5 MB/s, 38,250 lines, 3 rejected, 0:03 left",
                ProgressText.bar(progress(21_000_000, 2, 38_250, 3), 200));
        assertEquals(
                "[----------------------------------------]   0 %  0.0 of 50.0 MB, 0 B/s, 0 lines, 0 rejected, -:-- left",
                ProgressText.bar(progress(0, 0.1, 0, 0), 200));
        assertEquals(
                "[########################################] 100 %  50.0 of 50.0 MB, 5.0 MB/s, 1,000 lines, 0 rejected, all sent",
                ProgressText.bar(progress(SIZE, 10, 1_000, 0), 200));
    }

    @Test
    void oneHundredPercentMeansAllIsSent() {
        assertTrue(ProgressText.bar(progress(SIZE - 1, 10, 0, 0), 200).contains("]  99 %"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 40, 79, 80, 100, 120})
    void theBarIsNeverAsWideAsTheTerminal(int columns) {
        String bar = ProgressText.bar(progress(21_000_000, 2, 38_250, 3), columns);

        assertTrue(bar.length() < columns, bar);
    }

    @ParameterizedTest
    @CsvSource({
        "500, 250, 1, '50 %  250 of 500 B, 250 B/s, 0 lines, 0 rejected, 0:01 left'",
        "20000, 10000, 10, '50 %  10.0 of 20.0 kB, 1.0 kB/s, 0 lines, 0 rejected, 0:10 left'",
        "4000000000, 1000000000, 300, '25 %  1.00 of 4.00 GB, 3.3 MB/s, 0 lines, 0 rejected, 15:00 left'",
        "90000000000, 1000000000, 100, '1 %  1.00 of 90.00 GB, 10.0 MB/s, 0 lines, 0 rejected, 2:28:20 left'",
    })
    void withoutATerminalTheSameIsALine(long size, long sent, double seconds, String facts) {
        assertEquals(
                "vouchline: " + facts,
                ProgressText.line(new Progress(sent, size, seconds, Counters.NONE)));
    }

    @Test
    void aTerminalSeesOneLineThatIsDrawnAgain() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ProgressDisplay display = new ProgressDisplay(new PrintStream(printed, true, UTF_8), 100);

        display.show(progress(21_000_000, 2, 38_250, 3));
        display.show(progress(SIZE, 5, 90_000, 3));
        display.end();
        display.show(progress(SIZE, 6, 90_000, 3));
        display.end();

        String text = printed.toString(UTF_8);
        assertEquals(2, text.split("\r", -1).length - 1);
        assertEquals(1, text.lines().filter(line -> line.contains("all sent")).count());
        assertTrue(text.endsWith("\n") && !text.endsWith("\n\n"));
    }

    @Test
    void aLogSeesALineEveryFiveSeconds() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ProgressDisplay display = new ProgressDisplay(new PrintStream(printed, true, UTF_8), 0);

        for (int second = 0; second <= 16; second++) {
            display.show(progress(1_000_000L * second, second, 0, 0));
        }
        display.end();

        assertEquals(3, printed.toString(UTF_8).lines().count());
    }

    private static Progress progress(long sent, double seconds, long lines, long rejected) {
        return new Progress(sent, SIZE, seconds, new Counters(lines, 0, 0, 0, 0, rejected));
    }
}
