package io.vouchline.risk.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.risk.simulation.attack.Attack;
import io.vouchline.risk.simulation.attack.Attacks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {

    private static final String SMALL =
            """
            priors.customers=3000
            priors.regulars=500
            priors.warm-up-days=1
            priors.warm-up-requests=100
            priors.requests=600
            priors.region=GB
            """;

    @TempDir private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Test
    void aReportWithTablesAndPlotsIsWritten() throws Exception {
        Path report = folder.resolve("deep/report");
        int code =
                run(
                        "--screen",
                        "limits",
                        "--sweep",
                        "--seeds",
                        "1-2",
                        "--share",
                        "0.1",
                        "--priors",
                        priors(SMALL),
                        "--out",
                        report.toString());
        assertEquals(0, code, errors.toString(UTF_8));
        String text = Files.readString(report.resolve("report.md"));
        for (Attack attack : Attacks.all()) {
            assertTrue(text.contains("| " + attack.name() + " "), attack.name());
            for (String plot : List.of("cost-0.1.svg", "recall-0.1.svg")) {
                assertTrue(
                        Files.readString(report.resolve(plot)).contains(">" + attack.name() + "<"));
            }
        }
        assertEquals(text.substring(0, out.size()), out.toString(UTF_8));
        // A line for each attack of each seed, under the names of the columns.
        assertEquals(
                1 + 2 * Attacks.all().size(),
                Files.readAllLines(report.resolve("attacks.csv")).size());
        assertTrue(Files.exists(report.resolve("genuine.csv")));
        assertTrue(Files.exists(report.resolve("thresholds.csv")));
    }

    @Test
    void thePlotsAreWellFormed() throws Exception {
        int code =
                run(
                        "--screen",
                        "limits",
                        "--seeds",
                        "1",
                        "--share",
                        "0.1",
                        "--attacks",
                        "pumping-random",
                        "--priors",
                        priors(SMALL),
                        "--out",
                        folder.toString());
        assertEquals(0, code, errors.toString(UTF_8));
        for (String plot : List.of("cost-0.1.svg", "recall-0.1.svg")) {
            assertEquals(
                    "svg",
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(folder.resolve(plot).toFile())
                            .getDocumentElement()
                            .getTagName());
        }
    }

    @Test
    void aWrongCommandEndsWithTwoAndTellsHowItIsGiven() {
        assertEquals(2, run("--threshold", "1001"));
        String told = errors.toString(UTF_8);
        assertTrue(told.contains("--threshold is a whole number from 0 to 1000"), told);
        assertTrue(told.contains("usage: deploy/local/simulate"), told);
    }

    @Test
    void priorsThatDoNotExistAreRefused() throws IOException {
        assertEquals(2, run("--priors", priors("priors.unknown=1")));
        assertEquals(2, run("--priors", priors("other.requests=1")));
        assertEquals(2, run("--priors", priors("priors.requests=many")));
        assertEquals(2, run("--priors", priors("priors.region=SE")));
        assertEquals(2, run("--priors", priors("priors.web=1.5")));
        assertEquals(2, run("--priors", priors("priors.regulars=30000")));
    }

    private int run(String... arguments) {
        return new SimulateCommand(
                        new PrintStream(out, true, UTF_8), new PrintStream(errors, true, UTF_8))
                .run(List.of(arguments));
    }

    private String priors(String text) throws IOException {
        return Files.writeString(folder.resolve("priors.properties"), text).toString();
    }
}
