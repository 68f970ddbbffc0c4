package io.vouchline.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.security.RequestValidator;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A voice webhook as Twilio sends it; that it is signed so, Twilio's own library has to agree. */
final class TwilioRequest {

    static final String PUBLIC_URL = "https://voice.bank.example";
    static final String PATH = "/twilio/voice";

    /** Each from an address of its own: those that are refused too often are told to wait. */
    private static final AtomicInteger SOURCES = new AtomicInteger();

    private final String token;
    private final String query;
    private final TreeMap<String, String> parameters = new TreeMap<>();

    private TwilioRequest(String token, String query) {
        this.token = token;
        this.query = query;
    }

    /** A request for a path and query under the public address. */
    static TwilioRequest of(String account, String token, String query, String call) {
        return new TwilioRequest(token, query)
                .with("AccountSid", account)
                .with("ApiVersion", "2010-04-01")
                .with("CallSid", call)
                .with("CallStatus", "in-progress")
                .with("Direction", "inbound")
                .with("From", "+16502530000")
                .with("To", "+16502530099");
    }

    TwilioRequest with(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    TwilioRequest without(String name) {
        parameters.remove(name);
        return this;
    }

    String signature() {
        return signature(token, PATH + (query.isEmpty() ? "" : "?" + query), parameters);
    }

    /** The signature of what is sent to a path and query under the public address. */
    static String signature(String token, String target, Map<String, String> form) {
        Map<String, String> parameters = new TreeMap<>(form);
        String url = PUBLIC_URL + target;
        StringBuilder text = new StringBuilder(url);
        parameters.forEach((name, value) -> text.append(name).append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(UTF_8), "HmacSHA1"));
            String signature =
                    Base64.getEncoder()
                            .encodeToString(mac.doFinal(text.toString().getBytes(UTF_8)));
            assertTrue(
                    new RequestValidator(token).validate(url, Map.copyOf(parameters), signature),
                    "Twilio signs otherwise");
            return signature;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String body() {
        return parameters.entrySet().stream()
                .map(
                        one ->
                                URLEncoder.encode(one.getKey(), UTF_8)
                                        + "="
                                        + URLEncoder.encode(one.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Sends it as it is signed. */
    Response send() {
        return sendAs(query, body());
    }

    /** Sends another query and body than those that are signed. */
    Response sendAs(String otherQuery, String otherBody) {
        return on(RestAssured.given())
                .body(otherBody)
                .post(PATH + (otherQuery.isEmpty() ? "" : "?" + otherQuery));
    }

    private RequestSpecification on(RequestSpecification request) {
        int n = SOURCES.incrementAndGet();
        return request.urlEncodingEnabled(false)
                .header("X-Forwarded-For", "198.19.%d.%d".formatted(n / 256, n % 256))
                .header("X-Twilio-Signature", signature())
                .header("I-Twilio-Idempotency-Token", "a-token")
                .header("User-Agent", "TwilioProxy/1.1")
                .header("Accept", "*/*")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }
}
