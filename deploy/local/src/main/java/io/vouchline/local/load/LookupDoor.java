package io.vouchline.local.load;

import io.vouchline.local.RunningFleet;
import io.vouchline.local.demo.OperatorToken;
import io.vouchline.local.load.ImportOrder.Load;
import io.vouchline.local.process.Member;
import io.vouchline.local.report.CommandFailure;
import io.vouchline.local.report.StartFailure;
import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jose4j.jwk.PublicJsonWebKey;

/** The requests to lookup-service for one import. */
final class LookupDoor {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

    private final String url;
    private final PublicJsonWebKey signer;
    private final String tenant;
    private final String key;
    private final HttpClient http;

    LookupDoor(RunningFleet fleet, ImportOrder order, HttpClient http) {
        this.url = fleet.url(Member.LOOKUP);
        this.signer = fleet.keys().signer();
        this.tenant = order.tenant();
        this.key = order.key();
        this.http = http;
    }

    /** Sends the file. No time limit: the answer comes when all is done, however long that is. */
    CompletableFuture<HttpResponse<String>> load(Load order, CustomerFile file, CountedBody body)
            throws FileNotFoundException {
        return http.sendAsync(
                request("/v1/customers:import?" + order.query())
                        .header("Content-Type", file.contentType())
                        .header("Idempotency-Key", key)
                        .POST(body.publisher())
                        .build(),
                BodyHandlers.ofString());
    }

    /** Asks how far the import is. */
    CompletableFuture<HttpResponse<String>> job() {
        return ask("/v1/imports/" + key);
    }

    /** Asks for the errors of the lines behind this one. */
    CompletableFuture<HttpResponse<String>> errors(long line) {
        return ask("/v1/imports/" + key + "/errors?after=" + line);
    }

    /** Waits for an answer, whatever it says. */
    HttpResponse<String> answer(CompletableFuture<HttpResponse<String>> question)
            throws InterruptedException {
        try {
            return question.get();
        } catch (ExecutionException e) {
            throw new CommandFailure(
                    "The lookup-service does not answer on %s (%s): see whether the fleet still runs, and start it with deploy/local/up if not."
                            .formatted(url, reason(e)),
                    e);
        }
    }

    /** The client gives a refused connection no words of its own. */
    private static String reason(ExecutionException e) {
        return e.getCause() instanceof ConnectException
                ? "nobody listens there"
                : StartFailure.reason(e);
    }

    private CompletableFuture<HttpResponse<String>> ask(String path) {
        return http.sendAsync(request(path).timeout(ANSWER_LIMIT).build(), BodyHandlers.ofString());
    }

    /** Each request has a token of its own: a load may take longer than one lives. */
    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + OperatorToken.forImport(signer, tenant));
    }
}
