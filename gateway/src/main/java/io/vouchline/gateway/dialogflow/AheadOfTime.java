package io.vouchline.gateway.dialogflow;

import io.vouchline.contract.problem.ProblemType;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A page that something loads in case somebody may want it: a browser, a proxy, a scanner of links.
 * Nobody has asked for a code then.
 */
final class AheadOfTime {

    private static final List<String> HEADERS =
            List.of("Purpose", "Sec-Purpose", "X-Purpose", "X-Moz");
    private static final List<String> PURPOSES = List.of("prefetch", "prerender", "preview");

    private AheadOfTime() {}

    /**
     * Refuses such a request.
     *
     * @throws io.vouchline.contract.problem.ProblemException 400
     */
    static void refuse(Map<String, List<String>> headers) {
        boolean ahead =
                HEADERS.stream()
                        .flatMap(name -> headers.getOrDefault(name, List.of()).stream())
                        .map(value -> value.toLowerCase(Locale.ROOT))
                        .anyMatch(value -> PURPOSES.stream().anyMatch(value::contains));
        if (ahead) {
            throw ProblemType.MALFORMED.exception("A webhook is not called ahead of time.");
        }
    }
}
