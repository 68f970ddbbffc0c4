package io.vouchline.otp.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vouchline.contract.problem.ProblemType;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the carrier posted.
 *
 * @param parameters the values of each parameter: in the order, and as seldom, as they are signed
 */
record CarrierForm(SortedMap<String, SortedSet<String>> parameters) {

    private static final int MOST_PARAMETERS = 200;

    /**
     * Reads an {@code application/x-www-form-urlencoded} body.
     *
     * @throws io.vouchline.contract.problem.ProblemException 400
     */
    static CarrierForm parse(String body) {
        String[] pairs = body.split("&", MOST_PARAMETERS + 1);
        if (pairs.length > MOST_PARAMETERS || !US_ASCII.newEncoder().canEncode(body)) {
            throw malformed();
        }
        SortedMap<String, SortedSet<String>> parameters = new TreeMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw malformed();
            }
            boolean _ =
                    parameters
                            .computeIfAbsent(
                                    decoded(pair.substring(0, equals)), name -> new TreeSet<>())
                            .add(decoded(pair.substring(equals + 1)));
        }
        return new CarrierForm(parameters);
    }

    /** The value of a parameter that has one. */
    Optional<String> one(String name) {
        SortedSet<String> values = parameters.get(name);
        return values == null || values.size() != 1
                ? Optional.empty()
                : Optional.of(values.getFirst());
    }

    private static String decoded(String text) {
        try {
            byte[] bytes = URLDecoder.decode(text, ISO_8859_1).getBytes(ISO_8859_1);
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw malformed();
        }
    }

    private static RuntimeException malformed() {
        return ProblemType.MALFORMED.exception("form must be what the carrier posted.");
    }

    @Override
    public String toString() {
        return "CarrierForm" + parameters.keySet();
    }
}
