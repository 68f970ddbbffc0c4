package io.vouchline.local.app;

import io.vouchline.local.report.CommandFailure;
import io.vouchline.local.report.StartFailure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** Where the gateway takes the app's answers. */
final class AnswerDoor {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    private static final int TAKEN = 204;

    private final String gatewayUrl;
    private final WebhookSignature signature;
    private final InstantSource clock;
    private final HttpClient http;

    AnswerDoor(
            String gatewayUrl, WebhookSignature signature, InstantSource clock, HttpClient http) {
        this.gatewayUrl = gatewayUrl;
        this.signature = signature;
        this.clock = clock;
        this.http = http;
    }

    /**
     * Hands an answer over, signed.
     *
     * @throws CommandFailure if it is not taken
     */
    void answer(Approval approval) throws InterruptedException {
        int status;
        try {
            status = http.send(request(approval), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new CommandFailure(
                    "The gateway does not answer on %s (%s): see whether the fleet still runs, and start it with deploy/local/up if not."
                            .formatted(gatewayUrl, reason(e)),
                    e);
        }
        if (status != TAKEN) {
            throw new CommandFailure(
                    "The gateway has not taken the answer (it answered %d): the lines of gateway and otp-service in the fleet's log tell more."
                            .formatted(status));
        }
    }

    private HttpRequest request(Approval approval) {
        String id = "msg_" + UUID.randomUUID();
        Instant now = clock.instant();
        String body = approval.json();
        return HttpRequest.newBuilder(URI.create(gatewayUrl + "/push"))
                .timeout(ANSWER_LIMIT)
                .header("Content-Type", "application/json")
                .header(WebhookSignature.ID, id)
                .header(WebhookSignature.TIMESTAMP, Long.toString(now.getEpochSecond()))
                .header(WebhookSignature.SIGNATURE, signature.of(id, now, body))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** The client gives a refused connection no words of its own. */
    private static String reason(IOException e) {
        return e instanceof ConnectException ? "nobody listens there" : StartFailure.reason(e);
    }
}
