package io.vouchline.gateway.callback;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.100.100.200",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "168.63.129.16",
                "169.254.0.0",
                "169.254.169.254",
                "169.254.255.255",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.0",
                "192.168.255.255",
                "198.18.0.0",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
            })
    void anIpv4AddressOfASpecialPurposeIsNotPublic(String address) throws UnknownHostException {
        assertFalse(PublicAddress.is(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "168.63.129.15",
                "168.63.129.17",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
            })
    void whatLiesBesideIsPublic(String address) throws UnknownHostException {
        assertTrue(PublicAddress.is(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::",
                "::1",
                "::7f00:1", // compatible with 127.0.0.1
                "::808:808", // and with a public one: deprecated
                "64:ff9b::a00:1", // NAT64 of 10.0.0.1
                "64:ff9b::a9fe:a9fe", // NAT64 of 169.254.169.254
                "64:ff9b::7f00:1",
                "64:ff9b:1::808:808", // local NAT64
                "100::1", // discard
                "1fff:ffff::1",
                "2001::1", // Teredo
                "2001:2::1", // benchmarks
                "2001:10::1", // ORCHID
                "2001:db8::1",
                "2002:7f00:1::1", // 6to4 of 127.0.0.1
                "2002:a00:1::1", // 6to4 of 10.0.0.1
                "2002:808:808::1",
                "3fff::1",
                "4000::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254", // AWS's metadata
                "fe80::1",
                "febf::1",
                "fec0::1", // site-local
                "ff02::1",
                "ff0e::1",
            })
    void anIpv6AddressOfASpecialPurposeIsNotPublic(String address) throws UnknownHostException {
        assertFalse(PublicAddress.is(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2000::1",
                "2001:200::1",
                "2001:4860:4860::8888",
                "2001:db7:ffff::1",
                "2001:db9::1",
                "2003::1",
                "2606:4700:4700::1111",
                "2a00:1450:4001::200e",
                "3ffe:ffff::1",
                "64:ff9b::808:808", // NAT64 of 8.8.8.8
            })
    void anIpv6AddressOfTheInternetIsPublic(String address) throws UnknownHostException {
        assertTrue(PublicAddress.is(InetAddress.getByName(address)));
    }

    /** As bytes, since Java makes IPv4 addresses of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000000000000000ffff7f000001",
                "00000000000000000000ffff0a000001",
                "00000000000000000000ffffa9fea9fe",
                "00000000000000000000ffffc0a80001",
            })
    void aMappedAddressIsWhatItWraps(String bytes) {
        assertFalse(PublicAddress.is(HexFormat.of().parseHex(bytes)));
        assertTrue(PublicAddress.is(HexFormat.of().parseHex("00000000000000000000ffff08080808")));
    }
}
