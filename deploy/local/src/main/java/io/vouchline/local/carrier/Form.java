package io.vouchline.local.carrier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Parameters of a request, as a form sends them. */
record Form(Map<String, List<String>> parameters) {

    static Form parse(String body) {
        return new Form(
                Arrays.stream(body.split("&"))
                        .filter(pair -> !pair.isEmpty())
                        .map(pair -> pair.split("=", 2))
                        .collect(
                                Collectors.groupingBy(
                                        pair -> URLDecoder.decode(pair[0], UTF_8),
                                        TreeMap::new,
                                        Collectors.mapping(
                                                pair ->
                                                        pair.length == 2
                                                                ? URLDecoder.decode(pair[1], UTF_8)
                                                                : "",
                                                Collectors.toList()))));
    }

    static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(
                        pair ->
                                URLEncoder.encode(pair.getKey(), UTF_8)
                                        + "="
                                        + URLEncoder.encode(pair.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    Optional<String> first(String name) {
        return all(name).stream().filter(value -> !value.isBlank()).findFirst();
    }

    List<String> all(String name) {
        return parameters.getOrDefault(name, List.of());
    }
}
