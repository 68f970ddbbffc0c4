package io.vouchline.gateway.callback;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A callback's address, read. The door has looked at it before; what is told here holds whatever
 * came in between.
 *
 * @param secure whether by TLS
 * @param host the name, or an IP address without brackets
 * @param target path and query, as they were written
 */
record CallbackAddress(boolean secure, String host, int port, String target) {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /**
     * The address; empty if it is not https on port 443 of a host, or names a user.
     *
     * @param insecure whether http and other ports are allowed too
     */
    static Optional<CallbackAddress> of(URI address, boolean insecure) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("https");
        int port = address.getPort() >= 0 ? address.getPort() : secure ? HTTPS : HTTP;
        boolean allowed =
                (secure && port == HTTPS) || (insecure && (secure || scheme.equals("http")));
        if (!allowed || address.getHost() == null || address.getRawUserInfo() != null) {
            return Optional.empty();
        }
        return Optional.of(
                new CallbackAddress(secure, unbracketed(address.getHost()), port, target(address)));
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static String target(URI address) {
        @Nullable String path = address.getRawPath();
        String begin = path == null || path.isEmpty() ? "/" : path;
        return address.getRawQuery() == null ? begin : begin + "?" + address.getRawQuery();
    }

    @Override
    public String toString() {
        return "CallbackAddress[...]";
    }
}
