package io.vouchline.otp.benchmark;

import static java.util.regex.Matcher.quoteReplacement;

import io.vouchline.contract.testing.RedisTools;
import io.vouchline.otp.store.Scripts;
import io.vouchline.otp.verification.Verifications;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two scripts alone, called by {@code redis-benchmark} with the keys and arguments of a call
 * that the service itself made (read by MONITOR), on numbers drawn at random. The keys lie beside
 * those of the service, so that it does not send what is queued here.
 */
final class BareScripts {

    private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern PARTITION = Pattern.compile("\\{otp:[0-9A-F]}");
    private static final Pattern REFERENCE_OR_NUMBER =
            Pattern.compile("(?<![0-9A-F])[0-9A-F]{32}(?![0-9A-F])");
    private static final Pattern DIGEST = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");
    private static final String TAG = "{bare}";
    private static final String RANDOM = "__rand_int__";
    private static final int RANDOM_DIGITS = 12;
    private static final List<String> COPIED =
            List.of(TAG + ":number:", TAG + ":verification:", TAG + ":secret:");
    private static final String CHECKED = TAG + ":checked";
    private static final int FIRST_KEY = 3;
    private static final int COPIES = 5_000;
    private static final int NUMBERS = 150_000;
    private static final int REQUESTS = 60_000;
    private static final int ANY = 2_000_000_000;

    private final RedisTools redis;

    BareScripts(RedisTools redis) {
        this.redis = redis;
    }

    /**
     * The speed of a bare script.
     *
     * @param events how many entries of its stream came of a call: with less than one, calls were
     *     refused before their work was done
     */
    record Bare(double perSecond, double events) {}

    /** Every call is for a number that has no code yet. */
    Bare issue(Runnable one) throws IOException {
        List<String> command =
                seen("issue.lua", one).stream()
                        .map(word -> PARTITION.matcher(word).replaceAll(quoteReplacement(TAG)))
                        .map(word -> random(REFERENCE_OR_NUMBER, word))
                        .map(word -> random(DIGEST, word))
                        .toList();
        return run(command, ANY, TAG + ":delivery");
    }

    /**
     * Every call is for one of {@value #NUMBERS} numbers with a live code, and submits a wrong one:
     * that compares, counts and tells. (A right one is good once: redis-benchmark, which draws
     * numbers at random, would find many of them used.) Any number, verification and secret go
     * together here, being copies of one.
     */
    Bare check(Runnable one) throws IOException {
        List<String> call = seen("check.lua", one);
        copy(call.subList(FIRST_KEY, FIRST_KEY + COPIED.size()));
        List<String> command = new ArrayList<>();
        call.forEach(word -> command.add(random(DIGEST, word)));
        for (int i = 0; i < COPIED.size(); i++) {
            command.set(FIRST_KEY + i, COPIED.get(i) + RANDOM);
        }
        command.set(FIRST_KEY + COPIED.size(), CHECKED);
        return run(command, NUMBERS, CHECKED);
    }

    private void copy(List<String> keys) {
        String script =
                """
                for i = ARGV[4], ARGV[5] - 1 do
                  for k = 1, #KEYS do
                    redis.call('COPY', KEYS[k], ARGV[k] .. string.format('%012.0f', i))
                  end
                end
                return 1
                """;
        for (int first = 0; first < NUMBERS; first += COPIES) {
            List<String> command = new ArrayList<>(List.of("EVAL", script, "" + keys.size()));
            command.addAll(keys);
            command.addAll(COPIED);
            command.addAll(List.of("" + first, "" + (first + COPIES)));
            String _ = redis.ask(command.toArray(String[]::new));
        }
    }

    private Bare run(List<String> command, int range, String stream) throws IOException {
        double perSecond = redis.benchmark(REQUESTS, range, command);
        return new Bare(perSecond, Double.parseDouble(redis.ask("XLEN", stream)) / REQUESTS);
    }

    private List<String> seen(String script, Runnable one) throws IOException {
        String source = Scripts.beside(Verifications.class, script).source();
        String hash = redis.ask("SCRIPT", "LOAD", source);
        Matcher words = WORD.matcher(redis.seen(line -> line.contains(hash), one));
        return words.results().map(word -> word.group(1)).toList();
    }

    private static String random(Pattern what, String word) {
        return what.matcher(word)
                .replaceAll(found -> found.group().substring(RANDOM_DIGITS).concat(RANDOM));
    }
}
