package io.vouchline.gateway.telesign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpLiteralTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "2001:DB8::1, 2001:db8:0:0:0:0:0:1",
        "2001:db8:0:0:0:0:0:1, 2001:db8:0:0:0:0:0:1",
        "::, 0:0:0:0:0:0:0:0",
        "::ffff:192.0.2.1, 192.0.2.1",
        "2001:db8:aaaa:bbbb:cccc:dddd:192.168.100.200, 2001:db8:aaaa:bbbb:cccc:dddd:c0a8:64c8"
    })
    void everySpellingOfAnAddressIsReadAsOne(String text, String canonical) {
        assertEquals(Optional.of(canonical), IpLiteral.canonical(text));
    }

    /** What some readers of addresses take as a number, as octal, or would look up. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "localhost",
                "bank.example",
                "1",
                "127.1",
                "2130706433",
                "0x7f.0.0.1",
                "010.0.0.1",
                "256.0.0.1",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.4 ",
                "1.2.3.4:80",
                "[::1]",
                "fe80::1%lo",
                "fe80::1%1",
                ":",
                ":::",
                "1::2::3",
                "12345::",
                "::1/128",
                "::ffff:1.2.3",
                "a:b",
                "dead.beef",
                "１.2.3.4"
            })
    void whatIsNoAddressIsNone(String text) {
        assertEquals(Optional.empty(), IpLiteral.canonical(text));
    }

    @Test
    void anEndlessTextIsNone() {
        assertEquals(Optional.empty(), IpLiteral.canonical("1:".repeat(30_000)));
    }
}
