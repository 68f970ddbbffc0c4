package io.vouchline.local.carrier;

import com.fasterxml.jackson.databind.json.JsonMapper;

/** A request that the phone company does not carry out, in the vendor's own error form. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;
    private static final JsonMapper JSON = new JsonMapper();

    private final int status;
    private final int code;

    private Refusal(int status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static Refusal unauthorized() {
        return new Refusal(401, 20003, "Authenticate");
    }

    static Refusal unknown(String path) {
        return new Refusal(404, 20404, "The requested resource " + path + " was not found");
    }

    static Refusal wrongMethod() {
        return new Refusal(405, 20004, "Method not allowed");
    }

    /**
     * The request lacks a parameter or has an unusable one; the code is the vendor's for just that.
     */
    static Refusal invalid(int code, String message) {
        return new Refusal(400, code, message);
    }

    int status() {
        return status;
    }

    String json() {
        return JSON.createObjectNode()
                .put("code", code)
                .put("message", getMessage())
                .put("more_info", "https://www.twilio.com/docs/errors/" + code)
                .put("status", status)
                .toString();
    }
}
