package io.vouchline.gateway.transaction;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * The syntax of an address to which delivery reports may go. Where its host leads is not looked at
 * here: whoever calls it does that at the moment of the call, since names change what they mean.
 */
public final class CallbackUrl {

    /** The most characters of an address. */
    public static final int LONGEST = 2_048;

    private static final int HTTPS_PORT = 443;

    private CallbackUrl() {}

    /**
     * The address that a text stands for: absolute, {@code https}, on port 443, with a host, and
     * without user information and fragment. Empty if it is anything else.
     *
     * @param insecure whether {@code http} and any port are taken too
     */
    public static Optional<URI> read(String text, boolean insecure) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(text)).filter(url -> isAllowed(url, insecure));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isAllowed(URI url, boolean insecure) {
        return url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawFragment() == null
                && isScheme(url, insecure)
                && isPort(url.getPort(), insecure);
    }

    private static boolean isScheme(URI url, boolean insecure) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        return scheme.equals("https") || (insecure && scheme.equals("http"));
    }

    /** -1 is the scheme's own. */
    private static boolean isPort(int port, boolean insecure) {
        return port == -1 || port == HTTPS_PORT || (insecure && port > 0 && port <= 65_535);
    }
}
