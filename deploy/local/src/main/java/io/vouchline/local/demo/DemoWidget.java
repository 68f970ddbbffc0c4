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
import org.jose4j.jwk.PublicJsonWebKey;

/**
 * The call widget that the Telavox document builds: shown if the caller has keyed in an account
 * number, with the customer's name as its content.
 */
public final class DemoWidget {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
    private static final int CREATED = 201;
    private static final int THERE_ALREADY = 409;
    private static final String DEFINITION =
            """
            {
              "name": "Customer card",
              "shown_if": "accountNumber",
              "header": {
                "title": "Customer {accountNumber}",
                "action_label": "Open customer file",
                "action_url": "https://crm.example.com/customers/{accountNumber}",
                "autorun": false
              },
              "buttons": [
                {"label": "Create ticket", "url": "https://crm.example.com/tickets/new?account={accountNumber}"}
              ],
              "rows": [
                {"title": "{customerInfo.customer.name}", "label": "Name"},
                {"title": "{caller}", "label": "Calls from"}
              ]
            }
            """;

    private DemoWidget() {}

    /** Makes it, unless there is one of its name. */
    public static void make(String lookupUrl, PublicJsonWebKey signer, HttpClient http)
            throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(lookupUrl + "/v1/widgets"))
                        .timeout(ANSWER_LIMIT)
                        .header("Content-Type", "application/json")
                        .header(
                                "Authorization",
                                "Bearer "
                                        + OperatorToken.forWidgets(signer, OperatorToken.DEMO_BANK))
                        .POST(BodyPublishers.ofString(DEFINITION))
                        .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != CREATED && answer.statusCode() != THERE_ALREADY) {
                throw refused("it answered " + answer.statusCode());
            }
        } catch (IOException e) {
            throw refused(StartFailure.reason(e));
        }
    }

    private static StartFailure refused(String reason) {
        return new StartFailure(
                "The lookup-service does not take the demo call widget (%s): its lines above tell more; data of an older version of the fleet goes away with its folder deploy/local/target/fleet."
                        .formatted(reason));
    }
}
