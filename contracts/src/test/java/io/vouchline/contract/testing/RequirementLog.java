package io.vouchline.contract.testing;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes down which requirements the tests of a run have shown: for each test class that ran,
 * {@code target/requirements/<class>.tsv} with a line for each marked method and requirement. A
 * class without marks leaves a file without lines, which tells that it ran.
 *
 * <p>JUnit finds it through {@code META-INF/services}. A file that cannot be written is a warning,
 * and so is, with JUnit, whatever a listener throws: no run ends because of it.
 */
public final class RequirementLog implements TestExecutionListener {

    /** The first line of each file. */
    public static final String HEADER = "requirement\tclass\tmethod\tresult";

    private static final Logger LOG = System.getLogger(RequirementLog.class.getName());

    private final Path folder;
    private final Map<String, Map<String, Tested>> classes = new HashMap<>();
    private TestPlan plan;

    /** Weaker first: of several runs of one method the strongest counts. */
    private enum Result {
        SKIPPED,
        PASSED,
        FAILED
    }

    private record Tested(Set<Integer> requirements, Result result) {}

    /** As JUnit makes it. */
    public RequirementLog() {
        this(Path.of("target", "requirements").toAbsolutePath());
    }

    RequirementLog(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized void testPlanExecutionStarted(TestPlan started) {
        plan = started;
    }

    @Override
    public synchronized void executionSkipped(TestIdentifier skipped, String reason) {
        finished(skipped, Result.SKIPPED);
    }

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        finished(
                test,
                switch (result.getStatus()) {
                    case SUCCESSFUL -> Result.PASSED;
                    case ABORTED -> Result.SKIPPED;
                    case FAILED -> Result.FAILED;
                });
    }

    private void finished(TestIdentifier test, Result result) {
        if (test.isTest()) {
            method(test).ifPresent(method -> note(method, result));
        } else if (result != Result.PASSED) {
            // A class or a parameterized test that fails as a whole may not name its tests.
            below(test).flatMap(below -> method(below).stream()).forEach(m -> note(m, result));
        }
        below(test).flatMap(below -> below.getSource().stream()).forEach(this::write);
    }

    private Stream<TestIdentifier> below(TestIdentifier test) {
        return Stream.concat(Stream.of(test), plan.getDescendants(test).stream());
    }

    /** The method of a test; of one that was made while the tests ran, that of who made it. */
    private Optional<MethodSource> method(TestIdentifier test) {
        TestSource source = test.getSource().orElse(null);
        if (source instanceof MethodSource method) {
            return Optional.of(method);
        }
        return source instanceof ClassSource
                ? Optional.empty()
                : plan.getParent(test).flatMap(this::method);
    }

    private void note(MethodSource method, Result result) {
        Set<Integer> requirements = requirements(method);
        Map<String, Tested> methods =
                classes.computeIfAbsent(method.getClassName(), name -> new TreeMap<>());
        if (!requirements.isEmpty()) {
            Tested _ =
                    methods.merge(
                            method.getMethodName(),
                            new Tested(requirements, result),
                            RequirementLog::both);
        }
    }

    private static Tested both(Tested one, Tested other) {
        Set<Integer> requirements = new TreeSet<>(one.requirements);
        requirements.addAll(other.requirements);
        Result stronger = one.result.compareTo(other.result) > 0 ? one.result : other.result;
        return new Tested(requirements, stronger);
    }

    private static Set<Integer> requirements(MethodSource method) {
        Set<Integer> found = new TreeSet<>(marks(method.getJavaMethod()));
        for (Class<?> outer = method.getJavaClass();
                outer != null;
                outer = outer.getEnclosingClass()) {
            for (Class<?> type = outer; type != null; type = type.getSuperclass()) {
                found.addAll(marks(type));
            }
        }
        return found;
    }

    /** By name: a test class of Quarkus has the annotation from another class loader than ours. */
    private static List<Integer> marks(AnnotatedElement element) {
        List<Integer> numbers = new ArrayList<>();
        for (Annotation annotation : element.getDeclaredAnnotations()) {
            Class<?> type = annotation.annotationType();
            if (type.getName().equals(Requirement.class.getName())) {
                try {
                    for (int number : (int[]) type.getMethod("value").invoke(annotation)) {
                        numbers.add(number);
                    }
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return numbers;
    }

    private void write(TestSource source) {
        if (source instanceof ClassSource type) {
            write(type.getClassName());
        }
    }

    private void write(String className) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        classes.getOrDefault(className, Map.of())
                .forEach(
                        (method, tested) ->
                                tested.requirements.forEach(
                                        number ->
                                                lines.add(
                                                        line(number, className, method, tested))));
        try {
            Files.createDirectories(folder);
            Path _ = Files.write(folder.resolve(className + ".tsv"), lines);
        } catch (IOException e) {
            // The report then finds this class not to have run; that is not for this run to judge.
            LOG.log(Level.WARNING, "what the tests show cannot be written down: " + e);
        }
    }

    private static String line(int number, String className, String method, Tested tested) {
        String result = tested.result.name().toLowerCase(Locale.ROOT);
        return String.join("\t", Integer.toString(number), className, method, result);
    }
}
