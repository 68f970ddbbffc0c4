package io.vouchline.local.store;

import io.vouchline.local.report.StartFailure;
import java.net.URI;
import java.net.URISyntaxException;

/** Where the fleet's Redis is. */
public record RedisAddress(URI uri) {

    static final String SETTING = "VOUCHLINE_REDIS_URL";

    private static final int DEFAULT_PORT = 6379;

    /** Reads a URL like {@code redis://host:port}. */
    public static RedisAddress parse(String url) {
        try {
            URI uri = new URI(url);
            if (!"redis".equals(uri.getScheme()) || uri.getHost() == null) {
                throw malformed(url);
            }
            return new RedisAddress(uri);
        } catch (URISyntaxException e) {
            throw malformed(url);
        }
    }

    private static StartFailure malformed(String url) {
        return new StartFailure(
                "%s is %s, which is not of the form redis://host:port: correct it, or unset it to use the fleet's own Redis."
                        .formatted(SETTING, withoutPassword(url)));
    }

    private static String withoutPassword(String url) {
        return url.replaceFirst(":[^:/@]*@", ":***@");
    }

    static RedisAddress onLoopback(int port) {
        return new RedisAddress(URI.create("redis://127.0.0.1:" + port));
    }

    /** The form in which {@link #parse} reads it. */
    public String url() {
        return uri.toString();
    }

    String host() {
        return uri.getHost();
    }

    int port() {
        return uri.getPort() == -1 ? DEFAULT_PORT : uri.getPort();
    }

    @Override
    public String toString() {
        return withoutPassword(url());
    }
}
