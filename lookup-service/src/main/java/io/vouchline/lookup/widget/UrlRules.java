package io.vouchline.lookup.widget;

import io.vouchline.contract.lookup.Template;
import io.vouchline.contract.lookup.WidgetApi;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a URL has to keep to (RFC 3986): an absolute http or https one, in printable ASCII, without
 * user information; no variable decides where it leads to.
 */
final class UrlRules {

    private static final int HIGHEST_PORT = 65_535;

    /** Of a host's characters none is part of a variable, nor of user information. */
    private static final Pattern ORIGIN =
            Pattern.compile(
                    "(?i:https?)://(?:[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(?::(?<port>[0-9]{1,5}))?(?=[/?#]|$)");

    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7E&&[^\\\\]]*");

    private UrlRules() {}

    /**
     * Checks a URL.
     *
     * @throws IllegalArgumentException as {@link TextRules#check}
     */
    static void check(String url) {
        if (url.length() > WidgetApi.LONGEST_URL) {
            throw new IllegalArgumentException(
                    "has at most " + WidgetApi.LONGEST_URL + " characters");
        }
        if (!PRINTABLE.matcher(url).matches()) {
            throw new IllegalArgumentException(
                    "has a blank, a backslash or a character that is to be percent-encoded");
        }
        if (!leadsToOneOrigin(url)) {
            throw new IllegalArgumentException(
                    "begins with http:// or https://, a host and perhaps a port, all without variables or user information");
        }
        if (!isUrl(Template.ofUrl(url).fill(variable -> "0"))) {
            throw new IllegalArgumentException("is not a URL once its variables are replaced");
        }
    }

    private static boolean leadsToOneOrigin(String url) {
        Matcher origin = ORIGIN.matcher(url);
        if (!origin.lookingAt()) {
            return false;
        }
        String port = origin.group("port");
        return port == null
                || (Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= HIGHEST_PORT);
    }

    private static boolean isUrl(String text) {
        try {
            return new URI(text).parseServerAuthority().getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
