package io.vouchline.gateway.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a client of Telesign signs, joined by line feeds: method, Content-Type, Date (empty beside
 * x-ts-date), the x-ts-* headers in their order, the body if there is one, and the path without
 * query.
 */
final class StringToSign {

    /** What all headers begin with that are signed as they are. */
    private static final String SIGNED = "x-ts-";

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT");

    private StringToSign() {}

    /** Whether a request's body is signed; without it, there is none to read. */
    static boolean hasBody(AccessRequest request) {
        return WITH_BODY.contains(request.method());
    }

    /** The bytes to be signed. */
    static byte[] of(AccessRequest request, byte[] body) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes(head(request).getBytes(UTF_8));
        if (hasBody(request) && body.length > 0) {
            text.write('\n');
            text.writeBytes(body);
        }
        text.write('\n');
        text.writeBytes(request.rawPath().getBytes(UTF_8));
        return text.toByteArray();
    }

    private static String head(AccessRequest request) {
        String type = hasBody(request) ? request.header("content-type").orElse("") : "";
        String date =
                request.header("x-ts-date").isPresent() ? "" : request.header("date").orElse("");
        String signed =
                request.headersOf(SIGNED).entrySet().stream()
                        .map(header -> '\n' + header.getKey() + ':' + header.getValue())
                        .collect(Collectors.joining());
        return request.method() + '\n' + type + '\n' + date + signed;
    }
}
