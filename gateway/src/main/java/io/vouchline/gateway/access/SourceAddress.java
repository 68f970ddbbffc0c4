package io.vouchline.gateway.access;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The IP address that a request comes from. An IPv4 address that is written as an IPv6 one ({@code
 * ::ffff:192.0.2.1}) is the IPv4 address. A name is none: nothing is ever resolved.
 */
final class SourceAddress {

    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern MAYBE_IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
    private static final int IPV4_BYTES = 4;

    /** Half of an IPv6 address: a whole network as a rule belongs to one holder. */
    private static final int NETWORK_BYTES = 8;

    private final byte[] bytes;

    private SourceAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The address that a text names; empty if it is none. */
    static Optional<SourceAddress> of(String text) {
        boolean mayBe =
                IPV4.matcher(text).matches()
                        || (text.indexOf(':') >= 0 && MAYBE_IPV6.matcher(text).matches());
        return mayBe ? parsed(text) : Optional.empty();
    }

    /**
     * The address as connections and proxies tell it: an IPv6 one may have a zone or stand in
     * brackets, and a port may follow.
     */
    static Optional<SourceAddress> ofHop(String text) {
        String hop = text.strip();
        int bracket = hop.indexOf(']');
        if (hop.startsWith("[") && bracket > 0) {
            hop = hop.substring(1, bracket);
        } else if (hop.indexOf(':') == hop.lastIndexOf(':') && hop.indexOf(':') > 0) {
            hop = hop.substring(0, hop.indexOf(':'));
        }
        int zone = hop.indexOf('%');
        return of(zone < 0 ? hop : hop.substring(0, zone));
    }

    private static Optional<SourceAddress> parsed(String text) {
        try {
            return Optional.of(new SourceAddress(InetAddress.ofLiteral(text).getAddress()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** How many bits it has: 32 or 128. */
    int length() {
        return bytes.length * Byte.SIZE;
    }

    /** Whether the first bits of both are the same; false if one is IPv4 and the other IPv6. */
    boolean startsAs(SourceAddress other, int bits) {
        if (bytes.length != other.bytes.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        int mask = 0xff00 >> (bits % Byte.SIZE) & 0xff;
        return Arrays.equals(bytes, 0, whole, other.bytes, 0, whole)
                && (mask == 0 || (bytes[whole] & mask) == (other.bytes[whole] & mask));
    }

    /** Whether no bit is set after the first ones. */
    boolean endsInZeros(int bits) {
        for (int bit = bits; bit < length(); bit++) {
            if ((bytes[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Who has to answer for it, in hexadecimal: the IPv4 address, or the /64 of an IPv6 one. */
    String holder() {
        int length = bytes.length == IPV4_BYTES ? IPV4_BYTES : NETWORK_BYTES;
        return HexFormat.of().formatHex(bytes, 0, length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceAddress address && Arrays.equals(bytes, address.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Does not show itself: an address may be a person's. */
    @Override
    public String toString() {
        return "SourceAddress[...]";
    }
}
