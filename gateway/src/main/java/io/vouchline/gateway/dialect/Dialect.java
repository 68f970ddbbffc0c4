package io.vouchline.gateway.dialect;

import java.util.Arrays;
import java.util.Optional;

/** A platform's own way of asking and being answered. */
public enum Dialect {
    DIALOGFLOW("dialogflow"),
    TELAVOX("telavox"),
    TELESIGN("v1"),
    /** Twilio's voice webhooks: a form in, TwiML out. */
    TWILIO("twilio"),
    /** Amazon Connect, by the Lambda events that a relay hands on. */
    CONNECT("connect"),
    /** Genesys Cloud's data actions. */
    GENESYS("genesys"),
    /** Our own API. It has no root of its own, and tells failures as problem documents. */
    VOUCHLINE("");

    private final String root;

    Dialect(String root) {
        this.root = root;
    }

    /** The dialect that a path belongs to, by its first segment: decides how a failure is told. */
    public static Optional<Dialect> ofPath(String path) {
        String relative = path.startsWith("/") ? path.substring(1) : path;
        int end = relative.indexOf('/');
        String first = end < 0 ? relative : relative.substring(0, end);
        return Arrays.stream(values()).filter(dialect -> dialect.root.equals(first)).findFirst();
    }
}
