package io.vouchline.local.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.contract.testing.RequirementLog;
import io.vouchline.contract.testing.Requirements;
import io.vouchline.contract.testing.Requirements.Line;
import io.vouchline.local.conformance.Claim.Extent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceTest {

    private static final Instant START = Instant.parse("2026-05-02T10:00:00Z");
    private static final List<Line> REQUIREMENTS =
            List.of(
                    new Line(1, "Codes", "Codes are random.", "N 1"),
                    new Line(2, "Codes", "Codes end.", "N 2"),
                    new Line(3, "Operation", "Somebody is on duty.", "N 3"));
    private static final List<Claim> CLAIMS =
            List.of(
                    new Claim(1, Extent.ALL, ""),
                    new Claim(2, Extent.PART, "that they end at midnight."),
                    new Claim(3, Extent.NONE, "a matter of organization."));

    @TempDir private Path project;

    @BeforeEach
    void aProject() throws IOException {
        for (String module : List.of("one", "two", "deploy/local")) {
            Files.createDirectories(project.resolve(module));
            Files.writeString(project.resolve(module).resolve("pom.xml"), "");
            ran(module, "x.EmptyTest", START);
        }
    }

    @Test
    void everyRequirementIsClaimedOrHasAReason() {
        List<Claim> claims = Claim.all();
        assertEquals(
                Requirements.all().stream().map(Line::number).toList(),
                claims.stream().map(Claim::requirement).toList());
        for (Claim claim : claims) {
            assertEquals(claim.extent() == Extent.ALL, claim.note().isEmpty(), claim.toString());
        }
    }

    @Test
    void whatTestsOfAllModulesShowIsReported() throws IOException {
        ran("one", "x.OneTest", START, "1\tx.OneTest\tareRandom\tpassed");
        ran("one", "x.OneIT", START, "1\tx.OneIT\tareRandom\tpassed");
        ran("deploy/local", "x.FleetIT", START, "2\tx.FleetIT\tend\tpassed");

        Conformance conformance = conformance();

        assertEquals(List.of(), conformance.complaints());
        assertEquals(
                """
                # Which requirements the tests show

                Written by the build. A test stands here if it would fail were the requirement not kept.
                Shown: 1 of 3; in part: 1 more.

                ## Codes

                | | requirement | source | shown by |
                |---|---|---|---|
                | 1 | Codes are random. | N 1 | one: areRandom (OneIT, OneTest) |
                | 2 | Codes end. | N 2 | deploy/local: end (FleetIT)<br>*Not shown: that they end at midnight.* |

                ## Operation

                | | requirement | source | shown by |
                |---|---|---|---|
                | 3 | Somebody is on duty. | N 3 | *Not shown by a test: a matter of organization.* |
                """,
                conformance.report());
    }

    @Test
    void aClaimWithoutATestThatPassedIsComplainedOf() throws IOException {
        ran("one", "x.OneTest", START, "2\tx.OneTest\tend\tskipped");
        assertEquals(
                List.of(
                        "No test that passed shows requirement 1: Codes are random.",
                        "No test that passed shows requirement 2: Codes end."),
                conformance().complaints());
    }

    @Test
    void aTestThatFailedIsComplainedOfWhateverOthersShow() throws IOException {
        ran(
                "one",
                "x.OneTest",
                START,
                "1\tx.OneTest\tareRandom\tpassed",
                "2\tx.OneTest\tend\tpassed",
                "3\tx.OneTest\tanswers\tfailed");
        ran("two", "x.TwoTest", START, "1\tx.TwoTest\talsoRandom\tfailed");
        assertEquals(
                List.of(
                        "Requirement 1: two: TwoTest.alsoRandom failed.",
                        "Requirement 3: one: OneTest.answers failed."),
                conformance().complaints());
    }

    @Test
    void resultsOfAnEarlierBuildDoNotCount() throws IOException {
        ran("one", "x.OneTest", START.minusSeconds(1), "1\tx.OneTest\tareRandom\tpassed");
        ran("two", "x.EmptyTest", START.minusSeconds(1));

        Results results = Results.of(project, START);

        assertEquals(List.of(), results.showings());
        assertEquals(List.of("two"), results.absent());
        assertTrue(
                conformance().report().contains("Not complete: no test ran in this build in two."));
    }

    @Test
    void aMarkThatNamesNoRequirementIsStray() throws IOException {
        ran("one", "x.OneTest", START, "4\tx.OneTest\tareRandom\tpassed");
        assertEquals(
                List.of("one: OneTest.areRandom: there is no requirement 4."),
                conformance().strayMarks());
    }

    private Conformance conformance() {
        return new Conformance(REQUIREMENTS, CLAIMS, Results.of(project, START));
    }

    private void ran(String module, String testClass, Instant at, String... lines)
            throws IOException {
        Path folder =
                Files.createDirectories(project.resolve(module).resolve("target/requirements"));
        Path file = folder.resolve(testClass + ".tsv");
        Files.writeString(
                file,
                RequirementLog.HEADER
                        + "\n"
                        + String.join("\n", lines)
                        + (lines.length > 0 ? "\n" : ""));
        Files.setLastModifiedTime(file, FileTime.from(at));
    }
}
