package io.vouchline.gateway.telesign;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vouchline.contract.problem.ProblemType;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A form body ({@code application/x-www-form-urlencoded}), read from its bytes as they came: line
 * breaks round a value are dropped, as the Telesign document's own sample has them.
 */
final class FormBody {

    private static final int MOST_PARAMETERS = 64;

    /** Of Telesign's parameters the longest has 2,000 code points. */
    private static final int LONGEST_VALUE = 4_096;

    private final Map<String, String> values = new HashMap<>();

    FormBody(byte[] body) {
        for (String pair : new String(body, UTF_8).split("&", -1)) {
            if (!pair.isBlank()) {
                add(pair);
            }
        }
    }

    /** The value of a parameter, if it is there and not empty. */
    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    private void add(String pair) {
        int equals = pair.indexOf('=');
        String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
        if (values.putIfAbsent(name, value) != null) {
            throw ProblemType.MALFORMED.exception("A parameter stands twice");
        }
        if (values.size() > MOST_PARAMETERS || value.length() > LONGEST_VALUE) {
            throw ProblemType.MALFORMED.exception("There are too many or too long parameters");
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.strip(), UTF_8);
        } catch (IllegalArgumentException e) {
            throw ProblemType.MALFORMED.exception("The form cannot be decoded");
        }
    }
}
