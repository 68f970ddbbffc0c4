package io.vouchline.gateway.access;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.smallrye.mutiny.Uni;
import io.vouchline.gateway.dialect.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A request without a server. */
final class Request implements AccessRequest {

    private final String method;
    private final String rawPath;
    private final NavigableMap<String, String> headers = new TreeMap<>();
    private final byte[] body;
    private Dialect dialect = Dialect.TELESIGN;
    private String rawQuery = "";
    private boolean read;

    Request(String method, String rawPath, byte[] body) {
        this.method = method;
        this.rawPath = rawPath;
        this.body = body;
    }

    /** What a real client sent, byte for byte. */
    static Request captured(String name) {
        try (InputStream in = Request.class.getResourceAsStream("/telesign-captures/" + name)) {
            byte[] bytes = in.readAllBytes();
            String text = new String(bytes, ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            String[] lines = text.substring(0, end).split("\r\n", -1);
            String[] first = lines[0].split(" ", -1);
            Request request =
                    new Request(
                            first[0],
                            first[1].split("\\?", -1)[0],
                            Arrays.copyOfRange(bytes, end + 4, bytes.length));
            Arrays.stream(lines)
                    .skip(1)
                    .forEach(
                            line ->
                                    request.with(
                                            line.substring(0, line.indexOf(':')),
                                            line.substring(line.indexOf(':') + 1).strip()));
            return request;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Request with(String name, String value) {
        headers.put(name.toLowerCase(Locale.ROOT), value);
        return this;
    }

    Request without(String name) {
        headers.remove(name);
        return this;
    }

    Request in(Dialect other) {
        dialect = other;
        return this;
    }

    Request asking(String query) {
        rawQuery = query;
        return this;
    }

    /** Whether anybody asked for the body. */
    boolean wasRead() {
        return read;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String rawPath() {
        return rawPath;
    }

    @Override
    public String rawQuery() {
        return rawQuery;
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public NavigableMap<String, String> headers() {
        return headers;
    }

    @Override
    public Optional<SourceAddress> source() {
        return SourceAddress.of("192.0.2.1");
    }

    @Override
    public Uni<byte[]> body() {
        read = true;
        return Uni.createFrom().item(body);
    }
}
