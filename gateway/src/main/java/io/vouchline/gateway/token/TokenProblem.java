package io.vouchline.gateway.token;

/** Why no token is given, by the codes of RFC 6749 section 5.2 and RFC 8707 section 2. */
final class TokenProblem extends RuntimeException {

    private final String error;
    private final String description;

    TokenProblem(String error, String description) {
        super(error, null, false, false);
        this.error = error;
        this.description = description;
    }

    static TokenProblem invalidRequest(String description) {
        return new TokenProblem("invalid_request", description);
    }

    static TokenProblem invalidClient() {
        return new TokenProblem("invalid_client", "The client's id and secret are not good here.");
    }

    /** Whether it is the credential that is not good. */
    boolean isOfTheCredential() {
        return error.equals("invalid_client");
    }

    /** As it is told. */
    TokenFailure told() {
        return new TokenFailure(error, description);
    }
}
