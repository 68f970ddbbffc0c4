package io.vouchline.gateway;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Map;

/** Queries and forms as a server reads them. */
public final class Queries {

    private Queries() {}

    /** The decoded values by name; none if a server would not take the text. */
    public static Map<String, List<String>> read(String text) {
        try {
            return new QueryStringDecoder(text, false).parameters();
        } catch (IllegalArgumentException e) {
            return Map.of();
        }
    }
}
