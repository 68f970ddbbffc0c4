package io.vouchline.gateway.voice;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.session.SessionStanding;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Where a call goes on when its session has ended.
 *
 * @param uri https, on a host that the client's settings allow
 */
record NextAddress(URI uri) {

    private static final int LONGEST = 1_024;
    private static final int HTTPS = 443;

    /**
     * Reads one.
     *
     * @throws ProblemException 400, if it is none, or leads elsewhere
     */
    static NextAddress read(String text, String ownHost, Set<String> hosts) {
        URI uri = parsed(text);
        boolean isAddress =
                "https".equals(uri.getScheme())
                        && uri.getHost() != null
                        && uri.getRawUserInfo() == null
                        && (uri.getPort() == -1 || uri.getPort() == HTTPS)
                        && uri.getRawFragment() == null;
        if (!isAddress) {
            throw wrong("next must be an https address at port 443, without user and fragment.");
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (!host.equals(ownHost) && !hosts.contains(host)) {
            throw wrong("next leads to a host that policy.next-hosts does not name.");
        }
        if (host.equals(ownHost) && TwilioCall.PATH.equals(uri.getPath())) {
            throw wrong("next leads back to where the call comes from.");
        }
        return new NextAddress(uri);
    }

    private static URI parsed(String text) {
        try {
            if (text.length() <= LONGEST) {
                return new URI(text);
            }
        } catch (URISyntaxException e) {
            // Without the cause: its message repeats the address.
        }
        throw wrong("next cannot be read as an address.");
    }

    /** With how the session stands: no number, and nothing that proves anything. */
    String telling(SessionStanding standing) {
        var outputs = standing.parameters();
        String query =
                pair("session_id", standing.sessionId())
                        + pair("state", standing.state().name().toLowerCase(Locale.ROOT))
                        + pair("auth_level", Objects.toString(outputs.authLevel(), ""))
                        + pair("transfer_reason", Objects.toString(outputs.transferReason(), ""));
        return uri + (uri.getRawQuery() == null ? "?" : "&") + query.substring(1);
    }

    private static String pair(String name, String value) {
        return '&' + name + '=' + URLEncoder.encode(value, UTF_8);
    }

    private static ProblemException wrong(String why) {
        return ProblemType.MALFORMED.exception(why);
    }
}
