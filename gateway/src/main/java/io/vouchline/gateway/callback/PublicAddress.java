package io.vouchline.gateway.callback;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses belong to the public Internet, by IANA's registries of special-purpose addresses
 * (RFC 6890 and its updates). All that is not certainly public is not.
 */
final class PublicAddress {

    private static final int IPV4_BYTES = 4;

    /** Of IPv4-mapped addresses and of NAT64: the last 32 bits are an IPv4 address. */
    private static final int WRAPPED_AT = 12;

    private static final List<Range> NOT_PUBLIC_IPV4 =
            ranges(
                    "0.0.0.0/8", // this network
                    "10.0.0.0/8",
                    "100.64.0.0/10", // shared behind a carrier's NAT
                    "127.0.0.0/8",
                    "168.63.129.16/32", // Azure's own services answer there
                    "169.254.0.0/16", // link-local: the metadata of most clouds
                    "172.16.0.0/12",
                    "192.0.0.0/24", // protocol assignments
                    "192.0.2.0/24", // documentation
                    "192.88.99.0/24", // 6to4 relays
                    "192.168.0.0/16",
                    "198.18.0.0/15", // benchmarks
                    "198.51.100.0/24", // documentation
                    "203.0.113.0/24", // documentation
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4"); // reserved, and broadcast

    private static final Range GLOBAL_UNICAST = Range.of("2000::/3");

    private static final List<Range> NOT_PUBLIC_IPV6 =
            ranges(
                    "2001::/23", // protocol assignments: Teredo, benchmarks, ORCHID
                    "2001:db8::/32", // documentation
                    "2002::/16", // 6to4
                    "3fff::/20"); // documentation

    /** A network that has IPv6 only reaches IPv4 through this one. */
    private static final Range NAT64 = Range.of("64:ff9b::/96");

    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff};

    private PublicAddress() {}

    /** Whether the address is public. */
    static boolean is(InetAddress address) {
        return is(address.getAddress());
    }

    /** Whether it is: 4 or 16 bytes in network order. */
    static boolean is(byte[] address) {
        if (address.length == IPV4_BYTES) {
            return NOT_PUBLIC_IPV4.stream().noneMatch(range -> range.contains(address));
        }
        if (isMapped(address) || NAT64.contains(address)) {
            return is(Arrays.copyOfRange(address, WRAPPED_AT, address.length));
        }
        return GLOBAL_UNICAST.contains(address)
                && NOT_PUBLIC_IPV6.stream().noneMatch(range -> range.contains(address));
    }

    private static boolean isMapped(byte[] address) {
        return Arrays.equals(address, 0, MAPPED.length, MAPPED, 0, MAPPED.length);
    }

    private static List<Range> ranges(String... ranges) {
        return Stream.of(ranges).map(Range::of).toList();
    }

    /** Addresses that begin with the same bits. */
    private static final class Range {

        private final byte[] first;
        private final int bits;

        private Range(byte[] first, int bits) {
            this.first = first;
            this.bits = bits;
        }

        static Range of(String range) {
            int slash = range.indexOf('/');
            try {
                // A literal: nothing is looked up.
                byte[] first = InetAddress.getByName(range.substring(0, slash)).getAddress();
                return new Range(first, Integer.parseInt(range.substring(slash + 1)));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(range, e);
            }
        }

        boolean contains(byte[] address) {
            if (address.length != first.length) {
                return false;
            }
            int whole = bits / Byte.SIZE;
            int mask = (0xff00 >> (bits % Byte.SIZE)) & 0xff;
            return Arrays.equals(address, 0, whole, first, 0, whole)
                    && (mask == 0 || ((address[whole] ^ first[whole]) & mask) == 0);
        }
    }
}
