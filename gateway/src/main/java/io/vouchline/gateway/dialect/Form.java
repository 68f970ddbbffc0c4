package io.vouchline.gateway.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vouchline.contract.problem.ProblemType;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A form ({@code application/x-www-form-urlencoded}) or a query, read from its text as it came.
 *
 * @param values by their names, in the order of the names; the values of a name as they came
 */
public record Form(NavigableMap<String, List<String>> values) {

    private static final int MOST_PARAMETERS = 256;

    /**
     * Reads it.
     *
     * @throws io.vouchline.contract.problem.ProblemException 400, if it cannot be decoded or has
     *     more than 256 parameters; it does not repeat the text
     */
    public static Form read(String encoded) {
        NavigableMap<String, List<String>> values = new TreeMap<>();
        int count = 0;
        for (String pair : encoded.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            if (++count > MOST_PARAMETERS) {
                throw ProblemType.MALFORMED.exception("There are too many parameters.");
            }
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            boolean _ = values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
        }
        return new Form(values);
    }

    /**
     * The value of a parameter, if it is there and not empty.
     *
     * @throws io.vouchline.contract.problem.ProblemException 400, if it stands more than once
     */
    public Optional<String> value(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        if (all.size() > 1) {
            throw ProblemType.MALFORMED.exception(name + " stands more than once.");
        }
        return all.stream().filter(value -> !value.isEmpty()).findFirst();
    }

    /** The same, or nothing if it stands more than once. */
    public Optional<String> ifOne(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw ProblemType.MALFORMED.exception("The parameters cannot be decoded.");
        }
    }

    @Override
    public String toString() {
        return "Form[...]";
    }
}
