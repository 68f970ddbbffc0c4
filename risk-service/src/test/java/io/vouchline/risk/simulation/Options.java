package io.vouchline.risk.simulation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What {@code deploy/local/simulate} is asked for.
 *
 * @param seeds each makes another population and other streams
 * @param shares of an attack in the measured day's traffic, above 0 and below 1
 * @param threshold the highest score that is sent a code, 0 to 1000
 * @param attacks the names of those to run; empty for all
 * @param apart whether each attack is run by itself
 * @param sweep whether figures at other thresholds are told too
 * @param limits whether plain limits decide in place of the score
 * @param weights a weights file in place of the service's own
 * @param priors a properties file with other priors
 * @param out the folder for the report
 */
record Options(
        List<Long> seeds,
        List<Double> shares,
        int threshold,
        Set<String> attacks,
        boolean apart,
        boolean sweep,
        boolean limits,
        Optional<Path> weights,
        Optional<Path> priors,
        Path out) {

    static final String USAGE =
            """
            deploy/local/simulate [OPTION]...
              --seeds 1-5           seeds, as a range or a list (1,3,7); each is a bank of its own (1-5)
              --share 0.01,0.05     each attack's share of the day's traffic; each is run (0.01,0.05,0.2)
              --threshold 600       the highest score that is sent a code, 0 to 1000 (600)
              --attacks A,B         only these attacks (all)
              --apart               each attack by itself, not all in one day: clearer and slower
              --sweep               also tells the figures at thresholds from 100 to 900
              --screen limits       plain limits decide in place of the score, to compare (scorecard)
              --weights FILE        these weights in place of the service's own
              --priors FILE         a properties file with other priors, for example priors.region=GB
              --out FOLDER          where report.md, *.csv and *.svg go (target/simulation)""";

    private static final int MOST_SEEDS = 1000;
    private static final int HIGHEST = 1000;

    /**
     * Reads a command line.
     *
     * @param known the names of all attacks
     * @throws UsageError if it is not as the usage says
     */
    static Options parse(List<String> arguments, Set<String> known) {
        Reader reader = new Reader(known);
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            reader.read(rest.next(), rest);
        }
        return reader.options();
    }

    private static List<Long> seeds(String text) {
        if (text.matches("[0-9]{1,9}-[0-9]{1,9}")) {
            int dash = text.indexOf('-');
            long first = Long.parseLong(text.substring(0, dash));
            long last = Long.parseLong(text.substring(dash + 1));
            if (first <= last && last - first < MOST_SEEDS) {
                return LongStream.rangeClosed(first, last).boxed().toList();
            }
        } else if (text.matches("[0-9]{1,9}(,[0-9]{1,9})*")) {
            return parts(text).stream().map(Long::valueOf).distinct().toList();
        }
        throw new UsageError(
                "--seeds is a range of at most %d seeds, for example 1-5, or a list, for example 1,3,7; not %s"
                        .formatted(MOST_SEEDS, text));
    }

    private static List<Double> shares(String text) {
        if (text.matches("0?\\.[0-9]{1,6}(,0?\\.[0-9]{1,6})*")) {
            List<Double> shares = parts(text).stream().map(Double::valueOf).distinct().toList();
            if (shares.stream().allMatch(share -> share >= 0.001 && share <= 0.9)) {
                return shares;
            }
        }
        throw new UsageError(
                "--share is a number from 0.001 to 0.9, or several with commas between them; not "
                        + text);
    }

    private static int threshold(String text) {
        if (text.matches("[0-9]{1,4}") && Integer.parseInt(text) <= HIGHEST) {
            return Integer.parseInt(text);
        }
        throw new UsageError("--threshold is a whole number from 0 to 1000; not " + text);
    }

    private static Path readable(String option, String text) {
        Path file = Path.of(text);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new UsageError("%s: no file can be read at %s".formatted(option, text));
        }
        return file;
    }

    private static Path folder(String text) {
        Path folder = Path.of(text);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UsageError("--out names a folder; %s is none".formatted(text));
        }
        return folder;
    }

    private static List<String> parts(String text) {
        return List.of(text.split(",", -1));
    }

    private static final class Reader {

        private final Set<String> known;
        private List<Long> seeds = Seeds.TRAINING;
        private List<Double> shares = shares("0.01,0.05,0.2");
        private int threshold = 600;
        private Set<String> attacks = Set.of();
        private boolean apart;
        private boolean sweep;
        private boolean limits;
        private Optional<Path> weights = Optional.empty();
        private Optional<Path> priors = Optional.empty();
        private Path out = Path.of("target", "simulation");

        Reader(Set<String> known) {
            this.known = known;
        }

        void read(String option, Iterator<String> rest) {
            switch (option) {
                case "--apart" -> apart = true;
                case "--sweep" -> sweep = true;
                case "--seeds" -> seeds = seeds(value(option, rest));
                case "--share" -> shares = shares(value(option, rest));
                case "--threshold" -> threshold = threshold(value(option, rest));
                case "--attacks" -> attacks = attacks(value(option, rest));
                case "--screen" -> limits = limits(value(option, rest));
                case "--weights" -> weights = Optional.of(readable(option, value(option, rest)));
                case "--priors" -> priors = Optional.of(readable(option, value(option, rest)));
                case "--out" -> out = folder(value(option, rest));
                default ->
                        throw new UsageError(
                                option.startsWith("-")
                                        ? "there is no option " + option
                                        : option + " stands behind no option");
            }
        }

        Options options() {
            if (limits && weights.isPresent()) {
                throw new UsageError("--weights says nothing to --screen limits");
            }
            return new Options(
                    seeds, shares, threshold, attacks, apart, sweep, limits, weights, priors, out);
        }

        private Set<String> attacks(String text) {
            Set<String> named = new TreeSet<>(parts(text));
            if (!known.containsAll(named)) {
                throw new UsageError(
                        "--attacks names some of %s; not %s"
                                .formatted(
                                        known.stream().sorted().collect(Collectors.joining(", ")),
                                        text));
            }
            return named;
        }

        private static boolean limits(String text) {
            return switch (text) {
                case "limits" -> true;
                case "scorecard" -> false;
                default -> throw new UsageError("--screen is scorecard or limits; not " + text);
            };
        }

        private static String value(String option, Iterator<String> rest) {
            if (!rest.hasNext()) {
                throw new UsageError(option + " needs a value behind it");
            }
            return rest.next();
        }
    }
}
