package io.vouchline.local.load;

import io.vouchline.local.report.UsageError;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what stands behind {@code deploy/local/import}. */
final class ImportArguments {

    static final String TENANT = "demo-bank";
    static final String USAGE =
            """
            deploy/local/import FILE [--full] [--force] [--rewrite] [--dry-run] [--tenant T] [--key K]
                   deploy/local/import --errors --key K [--tenant T]""";

    private static final Set<String> SWITCHES =
            Set.of("--full", "--force", "--rewrite", "--dry-run", "--errors");
    private static final Set<String> VALUED = Set.of("--tenant", "--key");

    /** Nothing but dots would be a step between folders in the URL of the import. */
    private static final Pattern KEY = Pattern.compile("(?!\\.+$)[A-Za-z0-9._-]{1,64}");

    private final Set<String> switches = new HashSet<>();
    private final Map<String, String> values = new HashMap<>();
    private @Nullable String file;

    private ImportArguments() {}

    static ImportOrder parse(List<String> arguments) {
        ImportArguments read = new ImportArguments();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            read.take(rest.next(), rest);
        }
        return read.has("--errors") ? read.errors() : read.load();
    }

    private void take(String argument, Iterator<String> rest) {
        if (SWITCHES.contains(argument)) {
            switches.add(argument);
        } else if (VALUED.contains(argument)) {
            values.put(argument, value(argument, rest));
        } else if (argument.startsWith("-")) {
            throw new UsageError("there is no option " + argument);
        } else if (file != null) {
            throw new UsageError("one FILE at a time: " + argument + " is one too many");
        } else {
            file = argument;
        }
    }

    private static String value(String option, Iterator<String> rest) {
        String value = rest.hasNext() ? rest.next() : "";
        if (value.isBlank() || value.startsWith("--")) {
            throw new UsageError(option + " needs a value behind it");
        }
        return value;
    }

    private boolean has(String option) {
        return switches.contains(option);
    }

    private ImportOrder load() {
        return new ImportOrder.Load(
                path(),
                has("--full"),
                has("--force"),
                has("--rewrite"),
                has("--dry-run"),
                tenant(),
                key(UUID.randomUUID().toString()));
    }

    private ImportOrder errors() {
        if (file != null || switches.size() > 1) {
            throw new UsageError("--errors goes with --key and --tenant only");
        }
        if (!values.containsKey("--key")) {
            throw new UsageError("--errors needs the --key of the import");
        }
        return new ImportOrder.Errors(tenant(), key(""));
    }

    private Path path() {
        if (file == null || file.isEmpty()) {
            throw new UsageError("FILE is missing: which customers?");
        }
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new UsageError(file + " is no name of a file", e);
        }
    }

    private String tenant() {
        return values.getOrDefault("--tenant", TENANT);
    }

    private String key(String otherwise) {
        String key = values.getOrDefault("--key", otherwise);
        if (!KEY.matcher(key).matches()) {
            throw new UsageError(
                    "--key takes 1 to 64 letters, digits, dots, hyphens and underscores, not "
                            + key);
        }
        return key;
    }
}
