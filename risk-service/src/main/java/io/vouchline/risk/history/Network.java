package io.vouchline.risk.history;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The public network that an address stands for: an IPv4 address itself, the /64 of an IPv6
 * address, for whoever has one has all of them (RFC 7084, section 4.3).
 */
final class Network {

    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]{2,45}");
    private static final int PREFIX_BYTES = 8;

    private Network() {}

    /**
     * A name of the network; empty if the text is no public IP address. Names are never resolved.
     */
    static Optional<String> of(String address) {
        if (!LITERAL.matcher(address).matches() || !isAddress(address)) {
            return Optional.empty();
        }
        try {
            InetAddress literal = InetAddress.getByName(address);
            byte[] bytes = literal.getAddress();
            if (!isGlobal(literal, bytes)) {
                return Optional.empty();
            }
            byte[] network = bytes.length > 4 ? Arrays.copyOf(bytes, PREFIX_BYTES) : bytes;
            return Optional.of(HexFormat.of().formatHex(network));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /**
     * Addresses of private networks (RFC 1918, RFC 4193) and of carriers' own (RFC 6598) stand for
     * nobody in particular.
     */
    private static boolean isGlobal(InetAddress literal, byte[] bytes) {
        boolean uniqueLocal = bytes.length > 4 && (bytes[0] & 0xFE) == 0xFC;
        boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xC0) == 64;
        return !(uniqueLocal
                || shared
                || literal.isAnyLocalAddress()
                || literal.isLoopbackAddress()
                || literal.isLinkLocalAddress()
                || literal.isSiteLocalAddress()
                || literal.isMulticastAddress());
    }

    /** Java takes "1.2" and "12345678" for addresses; nobody else does. */
    private static boolean isAddress(String address) {
        return address.contains(":") || address.chars().filter(c -> c == '.').count() == 3;
    }
}
