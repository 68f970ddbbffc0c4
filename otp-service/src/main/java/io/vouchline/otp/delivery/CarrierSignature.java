package io.vouchline.otp.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How the carrier signs what it posts ({@code X-Twilio-Signature}): HMAC-SHA1 with the account's
 * token over the URL and, in the order of their names, all parameters. A name that stands several
 * times is signed once with each of its different values, in their order.
 */
final class CarrierSignature {

    private static final String ALGORITHM = "HmacSHA1";

    private CarrierSignature() {}

    /** Whether one of these tokens signed the form for this URL. */
    static boolean isGood(String url, CarrierForm form, String signature, List<String> tokens) {
        byte[] given = signature.getBytes(US_ASCII);
        boolean good = false;
        for (String token : tokens) {
            for (String signed : spellings(url).toList()) {
                // All are compared: the time tells nothing of which one it was.
                good |= MessageDigest.isEqual(of(signed, form, token).getBytes(US_ASCII), given);
            }
        }
        return good;
    }

    /** The carrier signs a URL with its scheme's port or without, whatever it was given. */
    private static Stream<String> spellings(String text) {
        URI url = URI.create(text);
        int usual = "https".equals(url.getScheme()) ? 443 : 80;
        String rest = url.getScheme() + "://" + url.getHost();
        String path = text.substring(text.indexOf('/', rest.length()));
        if (url.getPort() < 0) {
            return Stream.of(text, rest + ":" + usual + path);
        }
        return url.getPort() == usual ? Stream.of(text, rest + path) : Stream.of(text);
    }

    static String of(String url, CarrierForm form, String token) {
        StringBuilder signed = new StringBuilder(url);
        form.parameters()
                .forEach(
                        (name, values) ->
                                values.forEach(value -> signed.append(name).append(value)));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(token.getBytes(UTF_8), ALGORITHM));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
