package io.vouchline.local.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vouchline.contract.testing.Requirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Writes target/conformance.md from what the tests of this build have shown. */
@Order(Integer.MAX_VALUE)
class ConformanceReportIT {

    private static Results results;
    private static Conformance conformance;

    @BeforeAll
    static void write() throws IOException {
        // A run from an editor knows of no build; then every result counts.
        Instant since =
                Instant.parse(
                        System.getProperty("vouchline.build.started", "1970-01-01T00:00:00Z"));
        Path project = Path.of("..", "..").toAbsolutePath().normalize();
        results = Results.of(project, since);
        conformance = new Conformance(Requirements.all(), Claim.all(), results);
        Path _ = Files.writeString(Path.of("target", "conformance.md"), conformance.report());
    }

    @Test
    void everyMarkNamesARequirement() {
        assertNone(conformance.strayMarks());
    }

    @Test
    void whatIsClaimedToBeShownIsShown() {
        assumeTrue(
                results.absent().isEmpty(),
                () -> "not judged: no test ran in this build in " + results.absent());
        assumeTrue(
                Stream.of("test", "it.test").allMatch(name -> System.getProperty(name) == null),
                "not judged: only some tests ran in this build");
        assertNone(conformance.complaints());
    }

    private static void assertNone(List<String> sentences) {
        assertTrue(sentences.isEmpty(), () -> String.join("\n", sentences));
    }
}
