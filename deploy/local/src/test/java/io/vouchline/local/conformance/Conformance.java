package io.vouchline.local.conformance;

import io.vouchline.contract.testing.Requirements.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The requirements, what is claimed of them, and what the tests of a build have shown. */
final class Conformance {

    private final List<Line> requirements;
    private final Map<Integer, Claim> claims;
    private final Results results;

    Conformance(List<Line> requirements, List<Claim> claims, Results results) {
        this.requirements = requirements;
        this.claims = claims.stream().collect(Collectors.toMap(Claim::requirement, claim -> claim));
        this.results = results;
    }

    /** What is wrong, a sentence each: claims that no test bears out, and tests that failed. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        for (Line line : requirements) {
            List<Showing> tests = tests(line);
            if (claims.get(line.number()).wantsTests()
                    && tests.stream().noneMatch(Showing::passed)) {
                complaints.add(
                        "No test that passed shows requirement %d: %s"
                                .formatted(line.number(), line.text()));
            }
            tests.stream()
                    .filter(Showing::failed)
                    .map(test -> "Requirement %d: %s failed.".formatted(line.number(), name(test)))
                    .forEach(complaints::add);
        }
        return complaints;
    }

    /** Marks that name no requirement. */
    List<String> strayMarks() {
        return results.showings().stream()
                .filter(test -> test.requirement() < 1 || test.requirement() > requirements.size())
                .map(
                        test ->
                                "%s: there is no requirement %d."
                                        .formatted(name(test), test.requirement()))
                .toList();
    }

    /** The report, as Markdown. */
    String report() {
        StringBuilder report = new StringBuilder("# Which requirements the tests show\n\n");
        report.append(
                "Written by the build. A test stands here if it would fail were the requirement not kept.\n");
        report.append(summary());
        if (!results.absent().isEmpty()) {
            report.append("\nNot complete: no test ran in this build in ")
                    .append(String.join(", ", results.absent()))
                    .append(".\n");
        }
        String area = "";
        for (Line line : requirements) {
            if (!line.area().equals(area)) {
                area = line.area();
                report.append("\n## ").append(area);
                report.append("\n\n| | requirement | source | shown by |\n|---|---|---|---|\n");
            }
            report.append(
                    "| %d | %s | %s | %s |\n"
                            .formatted(line.number(), line.text(), line.source(), evidence(line)));
        }
        return report.toString();
    }

    private String summary() {
        long shown = requirements.stream().filter(line -> isShown(line, Claim.Extent.ALL)).count();
        long partly =
                requirements.stream().filter(line -> isShown(line, Claim.Extent.PART)).count();
        return "Shown: %d of %d; in part: %d more.\n".formatted(shown, requirements.size(), partly);
    }

    private boolean isShown(Line line, Claim.Extent extent) {
        return claims.get(line.number()).extent() == extent
                && tests(line).stream().anyMatch(Showing::passed)
                && tests(line).stream().noneMatch(Showing::failed);
    }

    private String evidence(Line line) {
        List<String> parts = new ArrayList<>();
        Map<String, List<Showing>> methods =
                tests(line).stream()
                        .collect(
                                Collectors.groupingBy(
                                        test -> test.module() + ": " + test.method(),
                                        TreeMap::new,
                                        Collectors.toList()));
        methods.forEach((method, tests) -> parts.add(method + " (" + classes(tests) + ")"));
        Claim claim = claims.get(line.number());
        if (!claim.note().isEmpty()) {
            parts.add("*" + limits(claim, parts.isEmpty()) + ": " + claim.note() + "*");
        }
        return parts.isEmpty() ? "**nothing**" : String.join("<br>", parts);
    }

    private static String limits(Claim claim, boolean without) {
        if (claim.wantsTests()) {
            return "Not shown";
        }
        return without ? "Not shown by a test" : "Not claimed to be shown";
    }

    private static String classes(List<Showing> tests) {
        return tests.stream()
                .sorted(Comparator.comparing(Showing::testClass))
                .map(test -> test.testClass() + (test.passed() ? "" : " **" + test.result() + "**"))
                .collect(Collectors.joining(", "));
    }

    private List<Showing> tests(Line line) {
        return results.showings().stream()
                .filter(test -> test.requirement() == line.number())
                .toList();
    }

    private static String name(Showing test) {
        return "%s: %s.%s".formatted(test.module(), test.testClass(), test.method());
    }
}
