package io.vouchline.local.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vouchline.local.report.StartFailure;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the fleet's PostgreSQL is.
 *
 * @param query what stands behind the database in the URL, from the question mark on; empty if
 *     nothing does
 */
public record PostgresAddress(
        String host, int port, String database, String user, String password, String query) {

    static final String SETTING = "VOUCHLINE_POSTGRES_URL";

    private static final int DEFAULT_PORT = 5432;
    private static final String FORM = "postgresql://user:password@host:port/database";

    /** Reads a URL like {@code postgresql://user:password@host:port/database}. */
    public static PostgresAddress parse(String url) {
        try {
            URI uri = new URI(url);
            String[] account = part(uri.getRawUserInfo()).split(":", 2);
            String database = part(uri.getPath()).substring(1);
            if (!"postgresql".equals(uri.getScheme())
                    || account.length != 2
                    || database.isEmpty()) {
                throw malformed(url);
            }
            return new PostgresAddress(
                    part(uri.getHost()),
                    uri.getPort() == -1 ? DEFAULT_PORT : uri.getPort(),
                    database,
                    decoded(account[0]),
                    decoded(account[1]),
                    uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        } catch (URISyntaxException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw malformed(url);
        }
    }

    private static String part(@Nullable String text) {
        return Optional.ofNullable(text).orElseThrow(IllegalArgumentException::new);
    }

    private static StartFailure malformed(String url) {
        return new StartFailure(
                "%s is %s, which is not of the form %s: correct it, or unset it to use the fleet's own PostgreSQL."
                        .formatted(SETTING, withoutPassword(url), FORM));
    }

    private static String withoutPassword(String url) {
        return url.replaceFirst(":[^:/@]*@", ":***@");
    }

    private static String decoded(String text) {
        // A plus stands for itself here, unlike in a form.
        return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    /** The form in which {@link #parse} reads it. */
    public String url() {
        return "postgresql://%s:%s@%s%s"
                .formatted(encoded(user), encoded(password), place(), query);
    }

    /** For a reactive client, which gets user and password apart. */
    public String reactiveUrl() {
        return "postgresql://" + place() + query;
    }

    /** For a JDBC driver, which gets user and password apart. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + place() + query;
    }

    private String place() {
        return "%s:%d/%s".formatted(host, port, database);
    }

    @Override
    public String toString() {
        return "postgresql://%s:***@%s%s".formatted(user, place(), query);
    }
}
