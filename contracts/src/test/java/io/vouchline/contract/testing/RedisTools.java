package io.vouchline.contract.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One Redis, seen through {@code redis-cli} and {@code redis-benchmark}. */
public final class RedisTools {

    private final String port;

    /** Of the server at this address. */
    public RedisTools(URI redis) {
        this.port = Integer.toString(redis.getPort());
    }

    /** A sentence with the remedy, if the tools are not there. */
    public static Optional<String> missing() {
        try {
            String _ = output(List.of("redis-benchmark", "--version"));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(
                    "redis-benchmark is not here: install Debian's package redis-tools (apt-get install redis-tools)");
        }
    }

    /** What a command answers. */
    public String ask(String... command) {
        List<String> words = tool("redis-cli");
        words.addAll(List.of(command));
        try {
            return output(words).strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One field of INFO. */
    public String info(String section, String field) {
        return ask("INFO", section)
                .lines()
                .filter(line -> line.startsWith(field + ":"))
                .map(line -> line.substring(field.length() + 1).strip())
                .findFirst()
                .orElseThrow();
    }

    /** The memory of all keys of this pattern, in bytes. */
    public long memory(String pattern) {
        return overKeys("sum = sum + redis.call('MEMORY', 'USAGE', key, 'SAMPLES', 0)", pattern);
    }

    /** The entries of all streams of this pattern. */
    public long entries(String pattern) {
        return overKeys("sum = sum + redis.call('XLEN', key)", pattern);
    }

    /** Removes all keys of this pattern, some at a time: Redis goes on serving. */
    public void forget(String pattern) {
        String script =
                """
                local page = redis.call('SCAN', ARGV[1], 'MATCH', ARGV[2], 'COUNT', 5000)
                for _, key in ipairs(page[2]) do
                  redis.call('UNLINK', key)
                end
                return page[1]
                """;
        String cursor = "0";
        do {
            cursor = ask("EVAL", script, "0", cursor, pattern);
        } while (!cursor.equals("0"));
    }

    /** How many keys this pattern has. */
    public long count(String pattern) {
        return overKeys("sum = sum + 1", pattern);
    }

    private long overKeys(String step, String pattern) {
        String script =
                "local sum = 0 for _, key in ipairs(redis.call('KEYS', ARGV[1])) do "
                        + step
                        + " end return sum";
        return Long.parseLong(ask("EVAL", script, "0", pattern));
    }

    /** The first command, as MONITOR shows it, that this one causes. */
    public String seen(Predicate<String> wanted, Runnable causing) throws IOException {
        List<String> command = tool("redis-cli");
        command.add("MONITOR");
        Process monitor = new ProcessBuilder(command).start();
        try (BufferedReader lines = monitor.inputReader(UTF_8)) {
            String first = lines.readLine();
            if (!"OK".equals(first)) {
                throw new IllegalStateException("MONITOR answered " + first);
            }
            causing.run();
            String line = lines.readLine();
            while (!wanted.test(line)) {
                line = lines.readLine();
            }
            return line;
        } finally {
            monitor.destroy();
        }
    }

    /** Requests per second of a command at 50 connections, one request at a time on each. */
    public double benchmark(int requests, int range, List<String> command) throws IOException {
        List<String> words = tool("redis-benchmark");
        words.addAll(
                List.of("-c", "50", "-P", "1", "-n", "" + requests, "-r", "" + range, "--csv"));
        words.addAll(command);
        String last = output(words).lines().toList().getLast();
        return Double.parseDouble(last.split("\",\"", -1)[1]);
    }

    private List<String> tool(String name) {
        return new ArrayList<>(List.of(name, "-h", "127.0.0.1", "-p", port));
    }

    private static String output(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }
}
