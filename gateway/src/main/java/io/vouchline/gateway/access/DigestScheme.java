package io.vouchline.gateway.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.nonce.Nonces;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signed requests as Telesign's clients send them ({@code Authorization: TSA customer:signature}),
 * at Telesign's paths only: nowhere else is a body read before its sender is known. What can be
 * told without the key is told first; an unknown customer id gets the answer of a wrong signature,
 * after the same work.
 */
final class DigestScheme implements Scheme {

    static final String NAME = "TSA";

    private static final int SHORTEST_NONCE = 8;
    private static final int LONGEST_NONCE = 64;
    private static final int KEY_BYTES = 64;

    private final Clients clients;
    private final Nonces nonces;
    private final Duration window;
    private final InstantSource clock;

    /** Of nobody: a signature by it cannot be made. */
    private final List<SecretKeySpec> nobodysKeys;

    DigestScheme(Clients clients, Nonces nonces, Duration window, InstantSource clock) {
        this.clients = clients;
        this.nonces = nonces;
        this.window = window;
        this.clock = clock;
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        this.nobodysKeys = List.of(new SecretKeySpec(random, "HMAC"));
    }

    @Override
    public String label() {
        return "digest";
    }

    @Override
    public boolean isShownBy(AccessRequest request) {
        return request.dialect() == Dialect.TELESIGN && request.authorization(NAME).isPresent();
    }

    @Override
    public Uni<Client> client(AccessRequest request) {
        Signature signature =
                request.authorization(NAME)
                        .flatMap(Signature::read)
                        .orElseThrow(() -> new RefusedAccessException(AccessFault.UNREADABLE));
        SignatureMethod digest = digest(request);
        Instant date = date(request);
        checkNonce(request);
        Uni<byte[]> body =
                StringToSign.hasBody(request)
                        ? request.body()
                        : Uni.createFrom().item(() -> new byte[0]);
        return body.map(bytes -> StringToSign.of(request, bytes))
                .map(text -> signedBy(signature, digest, text, request.source()))
                .chain(client -> once(client, signature, request, date));
    }

    private SignatureMethod digest(AccessRequest request) {
        return request.header("x-ts-auth-method")
                .map(SignatureMethod::of)
                .orElse(Optional.of(SignatureMethod.HMAC_SHA1))
                .filter(digest -> digest == SignatureMethod.HMAC_SHA256 || clients.anySignsBySha1())
                .orElseThrow(() -> new RefusedAccessException(AccessFault.UNKNOWN_METHOD));
    }

    private Instant date(AccessRequest request) {
        String text =
                request.header("x-ts-date")
                        .or(() -> request.header("date"))
                        .filter(value -> !value.isBlank())
                        .orElseThrow(() -> new RefusedAccessException(AccessFault.NO_DATE));
        Instant date = read(text);
        if (Duration.between(date, clock.instant()).abs().compareTo(window) > 0) {
            throw new RefusedAccessException(AccessFault.DATE_OUT_OF_WINDOW);
        }
        return date;
    }

    /** RFC 822 dates as RFC 1123 has them: four digits of the year, GMT or an offset. */
    private static Instant read(String text) {
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip(), Instant::from);
        } catch (DateTimeException e) {
            throw new RefusedAccessException(AccessFault.UNREADABLE_DATE);
        }
    }

    private static void checkNonce(AccessRequest request) {
        request.header("x-ts-nonce")
                .filter(nonce -> nonce.length() < SHORTEST_NONCE || nonce.length() > LONGEST_NONCE)
                .ifPresent(
                        nonce -> {
                            throw new RefusedAccessException(AccessFault.NONCE_LENGTH);
                        });
    }

    private Client signedBy(
            Signature signature,
            SignatureMethod digest,
            byte[] text,
            Optional<SourceAddress> source) {
        Optional<Signer> signer =
                clients.signer(signature.customerId())
                        .filter(known -> digest == SignatureMethod.HMAC_SHA256 || known.sha1());
        List<SecretKeySpec> keys = signer.map(Signer::keys).orElse(nobodysKeys);
        boolean right = digest.isBy(keys, text, signature.bytes());
        return signer.filter(known -> right)
                .map(Signer::client)
                .filter(client -> clients.mayComeFrom(client, source))
                .orElseThrow(
                        () ->
                                new RefusedAccessException(
                                        AccessFault.WRONG_SIGNATURE, new String(text, UTF_8)));
    }

    /**
     * The client, if the request has not been here before. A signature is remembered beside its
     * nonce: header and body are signed in one text, so that a nonce could be moved from the one to
     * the other. Both are kept for as long as the date is good.
     */
    private Uni<Client> once(
            Client client, Signature signature, AccessRequest request, Instant date) {
        List<String> marks = new ArrayList<>();
        marks.add("signature:" + HexFormat.of().formatHex(signature.bytes()));
        request.header("x-ts-nonce").map(nonce -> "nonce:" + nonce).ifPresent(marks::add);
        Duration left = Duration.between(clock.instant(), date.plus(window)).plusSeconds(1);
        Duration life = left.compareTo(window) < 0 ? window : left;
        return nonces.areNew(signature.customerId(), marks, life)
                .map(
                        fresh -> {
                            if (!fresh) {
                                throw new RefusedAccessException(AccessFault.NONCE_USED);
                            }
                            return client;
                        });
    }
}
