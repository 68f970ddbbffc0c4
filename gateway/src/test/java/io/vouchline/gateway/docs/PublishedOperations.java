package io.vouchline.gateway.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The operations of all documents, beside those that the gateway really has. */
public final class PublishedOperations {

    private static final List<String> DIALOGFLOW =
            List.of(
                    "telephony_verification",
                    "get_credit_card_details",
                    "send_otp",
                    "security_answers",
                    "2fa_validation",
                    "verify_otp",
                    "check_security_answer");

    private PublishedOperations() {}

    /**
     * Tells every operation that is there and not published exactly once, and every one that is
     * published and not there; a line for each. A variable of the gateway's that stands for a few
     * names is published by each of these.
     *
     * @param generated the OpenAPI document that the gateway generates of itself, YAML
     */
    public static String differences(String generated) throws IOException {
        List<String> published = published();
        List<String> there = new ArrayList<>();
        JsonNode paths = new YAMLMapper().readTree(generated).path("paths");
        paths.properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .fieldNames()
                                        .forEachRemaining(
                                                method -> add(there, method, path.getKey())));
        StringBuilder differences = new StringBuilder();
        there.stream()
                .filter(one -> published.stream().filter(one::equals).count() != 1)
                .forEach(
                        one -> differences.append("not published once: ").append(one).append('\n'));
        published.stream()
                .filter(one -> !there.contains(one))
                .forEach(one -> differences.append("not there: ").append(one).append('\n'));
        return differences.toString();
    }

    private static void add(List<String> there, String method, String path) {
        if (path.endsWith("/{webhook}")) {
            DIALOGFLOW.forEach(name -> there.add(method + " " + path.replace("{webhook}", name)));
        } else {
            there.add(method + " " + path);
        }
    }

    private static List<String> published() {
        return ApiDocument.NAMES.stream()
                .map(ApiDocument::read)
                .flatMap(document -> document.operations().stream())
                .map(operation -> operation.method() + " " + operation.path())
                .toList();
    }
}
