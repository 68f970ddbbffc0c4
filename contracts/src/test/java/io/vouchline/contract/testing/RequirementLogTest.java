package io.vouchline.contract.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

class RequirementLogTest {

    @TempDir private Path folder;

    @Test
    void eachMarkedMethodIsWrittenDownWithWhatBecameOfIt() throws IOException {
        run(Marked.class);
        assertEquals(
                List.of(
                        "1 eachOfAFactory passed",
                        "2 failing failed",
                        "3 failing failed",
                        "4 disabled skipped",
                        "5 assuming skipped",
                        "6 oneOfItsRunsFails failed",
                        "7 parameterized passed",
                        "8 withoutArguments failed",
                        "9 passing passed"),
                written(Marked.class));
    }

    @Test
    void aTestThatIsInheritedIsOfTheClassThatRuns() throws IOException {
        run(Inheriting.class);
        assertEquals(
                List.of("10 inherited passed", "11 inherited passed"), written(Inheriting.class));
    }

    @Test
    void theMarkOfAClassIsThatOfAllItsTests() throws IOException {
        run(Outer.class);
        assertEquals(List.of("12 plain passed"), written(Outer.class));
        assertEquals(List.of("12 nested passed", "13 nested passed"), written(Outer.Inner.class));
    }

    @Test
    void aClassThatDoesNotStartHasFailedTests() throws IOException {
        run(NotStarting.class);
        assertEquals(List.of("14 one failed", "15 several failed"), written(NotStarting.class));
    }

    @Test
    void aClassThatFailsAtItsEndHasFailedTests() throws IOException {
        run(NotEnding.class);
        assertEquals(List.of("14 one failed"), written(NotEnding.class));
    }

    @Test
    void aClassThatIsLeftOutHasSkippedTests() throws IOException {
        run(LeftOut.class);
        assertEquals(List.of("16 one skipped"), written(LeftOut.class));
    }

    @Test
    void aClassWithoutMarksLeavesAFileWithoutLines() throws IOException {
        run(Unmarked.class);
        assertEquals(List.of(), written(Unmarked.class));
    }

    @Test
    void whatCannotBeWrittenEndsNoRun() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertEquals(1, run(Unmarked.class, file).getTestsSucceededCount());
    }

    private void run(Class<?> tests) {
        TestExecutionSummary _ = run(tests, folder);
    }

    private static TestExecutionSummary run(Class<?> tests, Path folder) {
        LauncherConfig alone =
                LauncherConfig.builder()
                        .enableLauncherSessionListenerAutoRegistration(false)
                        .enableLauncherDiscoveryListenerAutoRegistration(false)
                        .enableTestExecutionListenerAutoRegistration(false)
                        .build();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create(alone)
                .execute(
                        request().selectors(selectClass(tests)).build(),
                        new RequirementLog(folder),
                        summary);
        return summary.getSummary();
    }

    private List<String> written(Class<?> tests) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(tests.getName() + ".tsv"));
        assertEquals(RequirementLog.HEADER, lines.getFirst());
        return lines.stream()
                .skip(1)
                .map(line -> line.replace("\t" + tests.getName() + "\t", " ").replace('\t', ' '))
                .sorted()
                .toList();
    }

    // Surefire leaves nested classes alone: these run here only, and some of them fail.

    static class Marked {

        @TestFactory
        @Requirement(1)
        Stream<DynamicTest> eachOfAFactory() {
            return Stream.of("a", "b").map(name -> DynamicTest.dynamicTest(name, () -> {}));
        }

        @Test
        @Requirement({2, 3})
        void failing() {
            fail();
        }

        @Test
        @Disabled
        @Requirement(4)
        void disabled() {}

        @Test
        @Requirement(5)
        void assuming() {
            assumeTrue(false);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3})
        @Requirement(6)
        void oneOfItsRunsFails(int run) {
            assertEquals(1, run % 2);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        @Requirement(7)
        void parameterized(int run) {}

        @ParameterizedTest
        @MethodSource("nothing")
        @Requirement(8)
        void withoutArguments(int run) {}

        @Test
        @Requirement(9)
        void passing() {}

        @Test
        void unmarked() {}
    }

    @Requirement(11)
    abstract static class Inherited {

        @Test
        @Requirement(10)
        void inherited() {}
    }

    static class Inheriting extends Inherited {}

    @Requirement(12)
    static class Outer {

        @Test
        void plain() {}

        @Nested
        class Inner {

            @Test
            @Requirement(13)
            void nested() {}
        }
    }

    static class NotStarting {

        @BeforeAll
        static void start() {
            fail();
        }

        @Test
        @Requirement(14)
        void one() {}

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        @Requirement(15)
        void several(int run) {}
    }

    static class NotEnding {

        @AfterAll
        static void end() {
            fail();
        }

        @Test
        @Requirement(14)
        void one() {}
    }

    @Disabled
    static class LeftOut {

        @Test
        @Requirement(16)
        void one() {}
    }

    static class Unmarked {

        @Test
        void one() {}
    }
}
