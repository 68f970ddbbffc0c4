package io.vouchline.risk.simulation;

import io.smallrye.config.ConfigValidationException;
import io.vouchline.contract.testing.Settings;
import io.vouchline.risk.simulation.attack.Attack;
import io.vouchline.risk.simulation.attack.Attacks;
import io.vouchline.risk.simulation.report.Report;
import io.vouchline.risk.simulation.report.Run;
import io.vouchline.risk.simulation.screen.PlainLimits;
import io.vouchline.risk.simulation.screen.ScorecardScreen;
import io.vouchline.risk.simulation.screen.Screen;
import io.vouchline.risk.simulation.traffic.Priors;
import io.vouchline.risk.simulation.traffic.World;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** Simulates callers and attacks: {@code deploy/local/simulate}. */
public final class SimulateCommand {

    private static final String PRIORS = "priors.";
    private static final String WEIGHTS = "vouchline.weights.file";
    private static final int DONE = 0;
    private static final int WRONG_USAGE = 2;
    private static final int FAILED = 3;

    private final PrintStream out;
    private final PrintStream errors;

    SimulateCommand(PrintStream out, PrintStream errors) {
        this.out = out;
        this.errors = errors;
    }

    /** Takes what stands behind the command. */
    public static void main(String[] arguments) {
        System.exit(new SimulateCommand(System.out, System.err).run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        if (arguments.contains("--help")) {
            out.println("usage: " + Options.USAGE);
            return DONE;
        }
        try {
            Set<String> known =
                    Attacks.all().stream().map(Attack::name).collect(Collectors.toSet());
            Options options = Options.parse(arguments, known);
            report(options, priors(options.priors()));
            return DONE;
        } catch (UsageError e) {
            errors.println("vouchline: " + e.sentence());
            errors.println("usage: " + Options.USAGE);
            return WRONG_USAGE;
        } catch (IOException | IllegalStateException | IllegalArgumentException e) {
            errors.println("vouchline failed: " + e.getMessage());
            return FAILED;
        }
    }

    private void report(Options options, Priors priors) throws IOException {
        Files.createDirectories(options.out());
        Simulation simulation =
                new Simulation(priors, () -> screen(options, priors), new Progress(errors));
        List<Run> runs = simulation.all(options.seeds(), options.shares(), groups(options));
        Report report =
                new Report(
                        runs, options.threshold(), circumstances(options, priors), options.sweep());
        report.write(options.out());
        out.print(report.text());
        errors.println("written to " + options.out().resolve("report.md"));
    }

    private static List<List<Attack>> groups(Options options) {
        List<Attack> chosen =
                Attacks.all().stream()
                        .filter(
                                attack ->
                                        options.attacks().isEmpty()
                                                || options.attacks().contains(attack.name()))
                        .toList();
        return options.apart() ? chosen.stream().map(List::of).toList() : List.of(chosen);
    }

    private static Screen screen(Options options, Priors priors) {
        if (options.limits()) {
            return new PlainLimits(options.threshold());
        }
        Map<String, String> settings = new HashMap<>();
        options.weights()
                .ifPresent(file -> settings.put(WEIGHTS, file.toAbsolutePath().toString()));
        return new ScorecardScreen(priors, options.threshold(), settings);
    }

    private static String circumstances(Options options, Priors priors) {
        return "Seeds %s; threshold %d; %s; attacks %s; a bank in %s with %s customers and %s genuine requests a day besides a rush."
                .formatted(
                        options.seeds().stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(", ")),
                        options.threshold(),
                        options.limits()
                                ? "plain limits instead of the score"
                                : options.weights()
                                        .map(file -> "weights of " + file.getFileName())
                                        .orElse("the service's own weights"),
                        options.apart() ? "each by itself" : "all on one day",
                        priors.region(),
                        priors.customers(),
                        priors.requests());
    }

    private static Priors priors(Optional<Path> file) {
        Map<String, String> differing = new HashMap<>();
        file.ifPresent(
                named ->
                        read(named)
                                .forEach((name, value) -> differing.put(unprefixed(name), value)));
        try {
            Priors priors = Settings.of(Priors.class, differing);
            World.demandSensible(priors);
            return priors;
        } catch (ConfigValidationException | IllegalArgumentException e) {
            throw new UsageError("--priors: " + e.getMessage());
        }
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageError(
                    "--priors: %s cannot be read (%s)".formatted(file, e.getMessage()));
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }

    private static String unprefixed(String name) {
        if (!name.startsWith(PRIORS)) {
            throw new UsageError(
                    "--priors: names begin with %s, for example priors.region; not %s"
                            .formatted(PRIORS, name));
        }
        return name.substring(PRIORS.length());
    }
}
