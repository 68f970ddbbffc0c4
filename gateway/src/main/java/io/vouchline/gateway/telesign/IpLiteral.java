package io.vouchline.gateway.telesign;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** IP addresses in text form. A name is none: nothing is ever resolved. */
final class IpLiteral {

    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

    /** Without a zone, which means something on one machine only. */
    private static final Pattern MAYBE_IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    private IpLiteral() {}

    /**
     * The one spelling of an address: dotted decimal for IPv4 (IPv4-mapped IPv6 addresses too),
     * eight groups for IPv6; empty if the text is no address.
     */
    static Optional<String> canonical(String text) {
        boolean mayBe =
                IPV4.matcher(text).matches()
                        || (text.indexOf(':') >= 0 && MAYBE_IPV6.matcher(text).matches());
        return mayBe ? parsed(text) : Optional.empty();
    }

    private static Optional<String> parsed(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text).getHostAddress());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
