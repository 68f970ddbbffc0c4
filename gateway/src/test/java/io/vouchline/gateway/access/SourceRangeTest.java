package io.vouchline.gateway.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceRangeTest {

    @ParameterizedTest
    @CsvSource({
        "80.83.208.0/20, 80.83.208.0, true",
        "80.83.208.0/20, 80.83.223.255, true",
        "80.83.208.0/20, 80.83.207.255, false",
        "80.83.208.0/20, 80.83.224.0, false",
        "80.83.208.0/20, ::ffff:80.83.215.1, true",
        "80.83.208.0/20, ::ffff:80.83.224.0, false",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.6, false",
        "192.0.2.7/32, 192.0.2.7, true",
        "0.0.0.0/0, 255.255.255.255, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "128.0.0.0/1, 127.255.255.255, false",
        "128.0.0.0/1, 128.0.0.0, true",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "2001:db8::/33, 2001:db8:7fff:ffff::, true",
        "2001:db8::/33, 2001:db8:8000::, false",
        "::1, ::1, true",
        "::/0, 2001:db8::1, true",
        "::/0, 192.0.2.1, false",
        "::ffff:192.0.2.0/24, 192.0.2.200, true"
    })
    void aRangeHoldsTheAddressesThatBeginAsItDoes(String range, String address, boolean held) {
        assertEquals(
                held,
                SourceRange.of(range).orElseThrow().holds(SourceAddress.of(address).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "80.83.208.0/",
                "80.83.208.0/33",
                "80.83.208.0/-1",
                "80.83.208.0/020",
                "80.83.208.0/+20",
                "80.83.208.1/20",
                "80.83.208/20",
                "127.1",
                "010.0.0.0/8",
                "2001:db8::/129",
                "2001:db8::1/64",
                "fe80::1%eth0",
                "localhost",
                "bank.example/24",
                "80.83.208.0/20/1",
                "256.0.0.0/8"
            })
    void anythingElseIsNoRange(String text) {
        assertTrue(SourceRange.of(text).isEmpty());
    }

    @Test
    void aSettingThatIsNoRangeStopsTheStartWithSettingValueAndRemedy() {
        assertEquals(
                "vouchline.access.trusted-proxies=10.0.0.1/8: name ranges such as 80.83.208.0/20 or 2001:db8::/32, without bits beyond the prefix",
                assertThrows(
                                IllegalStateException.class,
                                () ->
                                        SourceRange.all(
                                                "vouchline.access.trusted-proxies",
                                                List.of("10.0.0.0/8", "10.0.0.1/8")))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.1.0.0/16, true",
        "10.1.0.0/16, 10.0.0.0/8, true",
        "10.0.0.0/9, 10.128.0.0/9, false",
        "10.0.0.0/8, ::/0, false",
        "2001:db8::/32, 2001:db8:1::/48, true"
    })
    void rangesOverlapWhereOneHoldsTheOther(String one, String other, boolean overlap) {
        assertEquals(
                overlap,
                SourceRange.of(one).orElseThrow().overlaps(SourceRange.of(other).orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, ::ffff:192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "2001:db8:1:2::1, 2001:db8:1:2:ffff::, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false"
    })
    void oneHolderHasAnIpv4AddressOrTheFirstHalfOfAnIpv6One(
            String one, String other, boolean same) {
        assertEquals(
                same,
                SourceAddress.of(one)
                        .orElseThrow()
                        .holder()
                        .equals(SourceAddress.of(other).orElseThrow().holder()));
    }
}
