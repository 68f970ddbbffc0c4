package io.vouchline.local.demo;

import io.vouchline.local.report.StartFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;

/** A service of the fleet, as the demo bank's operator uses it at start. */
final class DemoDoor {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

    private final String url;
    private final String token;
    private final HttpClient http;

    /**
     * The operations at this address.
     *
     * @param token which carries the right to them
     */
    DemoDoor(String url, String token, HttpClient http) {
        this.url = url;
        this.token = token;
        this.http = http;
    }

    /**
     * Sends a JSON document.
     *
     * @param done the statuses that say that it is as it should be
     * @param what names the document to people
     * @throws StartFailure if any other status comes, or none
     */
    void post(String path, String document, Set<Integer> done, String what)
            throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .timeout(ANSWER_LIMIT)
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(document))
                        .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (!done.contains(answer.statusCode())) {
                throw refused(what, "it answered " + answer.statusCode());
            }
        } catch (IOException e) {
            throw refused(what, StartFailure.reason(e));
        }
    }

    private StartFailure refused(String what, String reason) {
        return new StartFailure(
                "The service at %s does not take %s (%s): its lines above tell more; data of an older version of the fleet goes away with its folder deploy/local/target/fleet."
                        .formatted(url, what, reason));
    }
}
