package io.vouchline.gateway.access;

import io.smallrye.mutiny.Uni;
import io.vouchline.gateway.dialect.Dialect;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/** What of a request matters to who sends it. */
interface AccessRequest {

    /** The method, such as {@code POST}. */
    String method();

    /** The path as it was sent, without its query. */
    String rawPath();

    /** The query as it was sent; empty without one. */
    String rawQuery();

    /** The dialect of the resource that was matched. */
    Dialect dialect();

    /** The headers by their names in lower case; values of the same name are joined by commas. */
    NavigableMap<String, String> headers();

    /** Where it comes from; empty if that cannot be told. */
    Optional<SourceAddress> source();

    /**
     * The body, byte for byte. It can be asked for once; fails with 413 where it is too large, and
     * with 400 where it does not come in time.
     */
    Uni<byte[]> body();

    /** A header's value. */
    default Optional<String> header(String name) {
        return Optional.ofNullable(headers().get(name));
    }

    /** The headers whose names begin with this. */
    default Map<String, String> headersOf(String prefix) {
        return headers().subMap(prefix, prefix + Character.MAX_VALUE);
    }

    /**
     * What follows a scheme's name in the {@code Authorization} header (RFC 9110 section 11.4).
     *
     * @param scheme its name, in any case
     */
    default Optional<String> authorization(String scheme) {
        return header("authorization")
                .filter(text -> text.regionMatches(true, 0, scheme + ' ', 0, scheme.length() + 1))
                .map(text -> text.substring(scheme.length() + 1).strip());
    }
}
