package io.vouchline.gateway.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.dialect.Form;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/**
 * Requests that Twilio has signed ({@code X-Twilio-Signature}), at Twilio's path only. There it is
 * the one credential, so that whatever stands in a query there was signed. The body is read before
 * the sender is known, since it is signed too, and names the account; an unknown account gets the
 * answer of a wrong signature, after the same work.
 *
 * <p>Twilio's signature has neither date nor nonce: a request can be sent again. What it leads to
 * must not change by that.
 */
final class TwilioScheme implements Scheme {

    static final String HEADER = "x-twilio-signature";

    /** HMAC-SHA1, in Base64. */
    private static final Pattern SIGNATURE = Pattern.compile("[A-Za-z0-9+/]{27}=");

    private static final String ACCOUNT = "AccountSid";
    private static final int TOKEN_BYTES = 32;

    private final Clients clients;
    private final PublicUrl publicUrl;

    /** Of nobody: a signature by it cannot be made. */
    private final List<SecretKeySpec> nobodysTokens;

    TwilioScheme(Clients clients, PublicUrl publicUrl) {
        this.clients = clients;
        this.publicUrl = publicUrl;
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        this.nobodysTokens = List.of(new SecretKeySpec(random, "HMAC"));
    }

    @Override
    public String label() {
        return "twilio";
    }

    @Override
    public boolean isShownBy(AccessRequest request) {
        return request.dialect() == Dialect.TWILIO;
    }

    @Override
    public Uni<Client> client(AccessRequest request) {
        byte[] signature = signature(request);
        return request.body().map(body -> signedBy(request, form(body), signature));
    }

    private static byte[] signature(AccessRequest request) {
        String text =
                request.header(HEADER)
                        .orElseThrow(() -> new RefusedAccessException(AccessFault.MISSING));
        if (!SIGNATURE.matcher(text).matches()) {
            throw new RefusedAccessException(AccessFault.UNREADABLE);
        }
        return Base64.getDecoder().decode(text);
    }

    private static Form form(byte[] body) {
        try {
            return Form.read(new String(body, UTF_8));
        } catch (ProblemException e) {
            throw new RefusedAccessException(AccessFault.UNREADABLE);
        }
    }

    private Client signedBy(AccessRequest request, Form form, byte[] signature) {
        Optional<TwilioAccount> account =
                form.ifOne(ACCOUNT).flatMap(sid -> clients.twilioAccount(sid));
        List<SecretKeySpec> tokens = account.map(TwilioAccount::tokens).orElse(nobodysTokens);
        boolean right = false;
        for (String url : publicUrl.spellings(request.rawPath(), request.rawQuery())) {
            right |= SignatureMethod.HMAC_SHA1.isBy(tokens, text(url, form), signature);
        }
        boolean isRight = right;
        return account.filter(_ -> isRight)
                .map(TwilioAccount::client)
                .filter(client -> clients.mayComeFrom(client, request.source()))
                .orElseThrow(() -> new RefusedAccessException(AccessFault.WRONG_SIGNATURE));
    }

    /**
     * What Twilio signs: the address, then each parameter's name and value, in the order of the
     * names. Of a name that stands several times, its different values in their order.
     */
    static byte[] text(String url, Form form) {
        StringBuilder text = new StringBuilder(url);
        form.values()
                .forEach(
                        (name, values) ->
                                values.stream()
                                        .distinct()
                                        .sorted()
                                        .forEach(value -> text.append(name).append(value)));
        return text.toString().getBytes(UTF_8);
    }
}
