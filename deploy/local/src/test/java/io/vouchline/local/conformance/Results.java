package io.vouchline.local.conformance;

import io.vouchline.contract.testing.RequirementLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the tests of one build have shown.
 *
 * @param showings a line for each test and requirement
 * @param absent modules none of whose tests ran in this build
 */
record Results(List<Showing> showings, List<String> absent) {

    private static final String OWN = "deploy/local";

    /**
     * The results of all modules of a project.
     *
     * @param since when the build started; what was written before is of another one
     */
    static Results of(Path project, Instant since) {
        List<Showing> showings = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        for (String module : modules(project)) {
            List<Path> files = files(project.resolve(module).resolve("target/requirements"), since);
            if (files.isEmpty()) {
                absent.add(module);
            }
            files.forEach(file -> showings.addAll(read(module, file)));
        }
        return new Results(List.copyOf(showings), List.copyOf(absent));
    }

    private static List<String> modules(Path project) {
        try (Stream<Path> folders = Files.list(project)) {
            Stream<String> others =
                    folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                            .map(folder -> folder.getFileName().toString());
            return Stream.concat(others, Stream.of(OWN)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder, Instant since) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tsv"))
                    .filter(file -> !writtenAt(file).isBefore(since))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant writtenAt(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Showing> read(String module, Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.equals(RequirementLog.HEADER))
                    .map(line -> Showing.read(module, line))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
