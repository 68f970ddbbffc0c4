package io.vouchline.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.GeneralSecurityException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A call that is signed as Telesign's clients do; written apart from what checks it. */
final class Signed {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final String customer;
    private final String key;
    private final String body;
    private String date =
            DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
    private String nonce = UUID.randomUUID().toString();
    private String sent;

    Signed(String customer, String key, String body) {
        this.customer = customer;
        this.key = key;
        this.body = body;
        this.sent = body;
    }

    Signed date(String other) {
        date = other;
        return this;
    }

    Signed nonce(String other) {
        nonce = other;
        return this;
    }

    /** Another body than the one that is signed. */
    Signed sending(String other) {
        sent = other;
        return this;
    }

    /** To be sent by REST Assured. */
    RequestSpecification on(RequestSpecification request) {
        return request.header("Authorization", authorization())
                .header("Date", date)
                .header("x-ts-auth-method", "HMAC-SHA256")
                .header("x-ts-nonce", nonce)
                .header("Content-Type", FORM)
                .config(
                        RestAssured.config()
                                .encoderConfig(
                                        RestAssured.config()
                                                .getEncoderConfig()
                                                .appendDefaultContentCharsetToContentTypeIfUndefined(
                                                        false)))
                .body(sent);
    }

    /** To be sent by many at once. */
    HttpRequest http(URI to) {
        return HttpRequest.newBuilder(to)
                .header("Authorization", authorization())
                .header("Date", date)
                .header("x-ts-auth-method", "HMAC-SHA256")
                .header("x-ts-nonce", nonce)
                .header("Content-Type", FORM)
                .POST(BodyPublishers.ofString(sent))
                .build();
    }

    private String authorization() {
        String text =
                String.join(
                        "\n",
                        "POST",
                        FORM,
                        date,
                        "x-ts-auth-method:HMAC-SHA256",
                        "x-ts-nonce:" + nonce,
                        body,
                        "/v1/verify/call");
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
            return "TSA "
                    + customer
                    + ":"
                    + Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
