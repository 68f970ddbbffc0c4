package io.vouchline.local.carrier;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the phone company posts back to the fleet, signed, each a short while after the one before.
 */
final class Callbacks {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
    private static final int FIRST_FAILURE = 300;

    private final Account account;
    private final HttpClient http;
    private final Duration pace;

    Callbacks(Account account, HttpClient http, Duration pace) {
        this.account = account;
        this.http = http;
        this.pace = pace;
    }

    /** Posts the parameters and returns what was answered. */
    String post(URI url, Map<String, String> parameters) throws IOException, InterruptedException {
        SortedMap<String, String> sorted = new TreeMap<>(parameters);
        sorted.put("AccountSid", account.sid());
        sorted.put("ApiVersion", "2010-04-01");
        Thread.sleep(pace);
        HttpResponse<String> answer = http.send(request(url, sorted), BodyHandlers.ofString());
        if (answer.statusCode() >= FIRST_FAILURE) {
            throw new IOException("%s answered %d".formatted(url, answer.statusCode()));
        }
        return answer.body();
    }

    private HttpRequest request(URI url, SortedMap<String, String> parameters) {
        return HttpRequest.newBuilder(url)
                .timeout(ANSWER_LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        CallbackSignature.HEADER,
                        CallbackSignature.of(url, parameters, account.token()))
                .POST(BodyPublishers.ofString(Form.encode(parameters)))
                .build();
    }
}
