package io.vouchline.local.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vouchline.local.report.CommandFailure;
import java.net.http.HttpResponse;

/** Turns what lookup-service answers into JSON or, if it refuses, into a sentence with a remedy. */
final class Refusals {

    private static final int OK = 200;
    private static final int EXCERPT = 200;
    private static final JsonMapper JSON = new JsonMapper();

    private Refusals() {}

    /** The answer's content. */
    static JsonNode accepted(HttpResponse<String> answer) {
        if (answer.statusCode() != OK) {
            throw refused(answer);
        }
        return json(answer.body());
    }

    /** Why the answer is a refusal. */
    static CommandFailure refused(HttpResponse<String> answer) {
        return new CommandFailure(
                "The lookup-service refuses (%d%s): %s."
                        .formatted(
                                answer.statusCode(),
                                reason(answer.body()),
                                remedy(answer.statusCode())));
    }

    /** An answer in words that nobody expects from a lookup-service. */
    static CommandFailure strange(HttpResponse<String> answer) {
        return new CommandFailure(
                "What answers is no lookup-service that knows imports (%d, %s): restart the fleet with deploy/local/down and deploy/local/up."
                        .formatted(answer.statusCode(), excerpt(answer.body())));
    }

    private static String reason(String body) {
        JsonNode problem = json(body);
        String title = problem.path("title").asText("");
        String detail = problem.path("detail").asText("");
        String text = title.isEmpty() || detail.isEmpty() ? title + detail : title + ": " + detail;
        String words = text.isEmpty() ? excerpt(body) : text;
        return words.isEmpty() ? "" : ", " + words.replaceFirst("\\.$", "");
    }

    private static String remedy(int status) {
        return switch (status) {
            case 400, 422 -> "mend what it names, in the file or the command, and repeat it";
            case 401 ->
                    "it does not know this fleet's key; restart the fleet with deploy/local/down and deploy/local/up";
            case 403 -> "this tenant may not be loaded; name another with --tenant";
            case 404, 405 ->
                    "it is older than this command; restart the fleet with deploy/local/down and deploy/local/up";
            case 409 ->
                    "wait until the other import has ended and repeat the command; a key that was used for another file is not to be used again";
            case 413 -> "split the file, or the line that is too long";
            case 415 ->
                    "it takes one JSON object a line, or CSV from a file whose name ends in .csv";
            case 503 ->
                    "its database is away or busy; repeat the command in a minute, and look into the fleet's log if that does not help";
            default -> "its lines in the fleet's log tell more";
        };
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static String excerpt(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.substring(0, Math.min(EXCERPT, line.length()));
    }
}
