package io.vouchline.gateway.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A request for a token by client credentials (RFC 6749 section 4.4.2).
 *
 * @param accounts the id and secret, each way that they may be meant
 * @param scopes what is asked for; empty if the request does not say
 * @param audience the service that the token is to be for, if the request says
 */
record TokenQuestion(List<Account> accounts, Set<String> scopes, Optional<String> audience) {

    private static final String BASIC = "basic ";
    private static final int LONGEST = 1_024;

    /**
     * Reads the form.
     *
     * @param authorization the header of that name, if there is one
     * @throws TokenProblem if it is none, or asks for something else
     */
    static TokenQuestion read(Optional<String> authorization, Map<String, List<String>> form) {
        form.forEach(TokenQuestion::checkOnce);
        Optional<String> id = value(form, "client_id");
        Optional<String> secret = value(form, "client_secret");
        if (authorization.isPresent() && secret.isPresent()) {
            throw TokenProblem.invalidRequest(
                    "Send the secret in the header or in the form, not in both.");
        }
        List<Account> accounts =
                authorization.map(TokenQuestion::basic).orElseGet(() -> inForm(id, secret));
        if (authorization.isPresent()
                && id.isPresent()
                && accounts.stream().noneMatch(one -> one.id().equals(id.get()))) {
            throw TokenProblem.invalidRequest("client_id is not the one of the header.");
        }
        String grant =
                value(form, "grant_type")
                        .orElseThrow(() -> TokenProblem.invalidRequest("grant_type is missing."));
        if (!grant.equals("client_credentials")) {
            throw new TokenProblem(
                    "unsupported_grant_type", "grant_type must be client_credentials.");
        }
        return new TokenQuestion(
                accounts,
                value(form, "scope").map(TokenQuestion::scopes).orElse(Set.of()),
                value(form, "audience"));
    }

    private static void checkOnce(String name, List<String> values) {
        if (values.size() > 1) {
            throw TokenProblem.invalidRequest("A parameter is there twice.");
        }
        if (values.stream().anyMatch(value -> value.length() > LONGEST)) {
            throw TokenProblem.invalidRequest("A parameter is too long.");
        }
    }

    /** RFC 6749 section 3.2: a parameter without a value counts as left out. */
    private static Optional<String> value(Map<String, List<String>> form, String name) {
        return form.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static List<Account> inForm(Optional<String> id, Optional<String> secret) {
        return id.isPresent() && secret.isPresent()
                ? List.of(new Account(id.get(), secret.get()))
                : List.of();
    }

    /**
     * RFC 6749 section 2.3.1 has both encoded like a form before they are joined, which many
     * clients do not do: both readings are tried.
     */
    private static List<Account> basic(String authorization) {
        String credential =
                authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())
                        ? authorization.substring(BASIC.length()).strip()
                        : "";
        try {
            String text = new String(Base64.getDecoder().decode(credential), UTF_8);
            int colon = text.indexOf(':');
            if (colon < 1) {
                return List.of();
            }
            Account plain = new Account(text.substring(0, colon), text.substring(colon + 1));
            List<Account> accounts = new ArrayList<>(List.of(plain));
            decoded(plain).filter(account -> !account.equals(plain)).ifPresent(accounts::add);
            return accounts;
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static Optional<Account> decoded(Account plain) {
        try {
            return Optional.of(
                    new Account(
                            URLDecoder.decode(plain.id(), UTF_8),
                            URLDecoder.decode(plain.secret(), UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Set<String> scopes(String text) {
        Set<String> scopes = new LinkedHashSet<>(Arrays.asList(text.split(" ", -1)));
        scopes.remove("");
        return scopes;
    }

    /**
     * An id and a secret.
     *
     * @param id of a client or an operator
     * @param secret a live key
     */
    record Account(String id, String secret) {

        @Override
        public String toString() {
            return "Account[...]";
        }
    }
}
