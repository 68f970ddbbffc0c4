package io.vouchline.lookup.widget;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://crm.example.com",
                "http://crm.example.com/",
                "HTTPS://CRM.EXAMPLE.COM/open",
                "https://localhost:8443/x",
                "https://192.0.2.1/x",
                "https://[2001:db8::1]:8443/x",
                "https://xn--bcher-kva.example/",
                "https://crm.example.com?account={accountNumber}",
                "https://crm.example.com#{accountNumber}",
                "https://crm.example.com/open/{customerInfo.customer.id}/file",
                "https://crm.example.com/open?account=%accountNumber%&from=%caller%",
                "https://crm.example.com/{a}{b}?%name%=%value%",
                "https://crm.example.com/a%20b/%C3%A9t%C3%A9",
                "https://crm.example.com/a@b:c",
                "https://crm.example.com/?next=https://other.example.com/",
                "https://crm.example.com:65535/"
            })
    void isAccepted(String url) {
        assertDoesNotThrow(() -> UrlRules.check(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "crm.example.com/x",
                "/x",
                "//crm.example.com/x",
                "https:crm.example.com",
                "https:/crm.example.com",
                "https://",
                "https:///x",
                "https://?x",
                "https://:443/",
                "javascript:alert(1)",
                "JavaScript://crm.example.com/%0aalert(1)",
                "data:text/html,x",
                "ftp://crm.example.com/",
                "tel:+46706170786",
                "file:///etc/passwd",
                " https://crm.example.com/",
                "https://crm.example.com/ ",
                "https://crm.example.com/a b",
                "https://crm.example.com/a\tb",
                "https://crm.example.com/\n",
                "https://crm.example.com/\u0000",
                "https://crm.example.com/\u202E",
                "https://crm.example.com/å",
                "https://crm.example.com\\@evil.example/",
                "https:\\\\crm.example.com",
                "https://crm.example.com/a\\b",
                "https://user@crm.example.com/",
                "https://user:secret@crm.example.com/",
                "https://crm.example.com@evil.example/",
                "https://{host}/",
                "https://{host}.example.com/",
                "https://crm.example.com{path}",
                "https://crm.%tenant%.example.com/",
                "https://crm.example.com:{port}/",
                "https://crm.example.com:%port%/",
                "{scheme}://crm.example.com/",
                "%scheme%://crm.example.com/",
                "http{s}://crm.example.com/",
                "{url}",
                "https://%63rm.example.com/",
                "https://crm.example.com:0/",
                "https://crm.example.com:65536/",
                "https://crm.example.com:/",
                "https://crm.example.com:x/",
                "https://crm_1.example.com/",
                "https://-crm.example.com/",
                "https://crm..example.com/",
                "https://256.256.256.256/",
                "https://[::1/",
                "https://[g::1]/",
                "https://crm.example.com/{",
                "https://crm.example.com/}",
                "https://crm.example.com/{a",
                "https://crm.example.com/{{a}}",
                "https://crm.example.com/%",
                "https://crm.example.com/%zz",
                "https://crm.example.com/%2{n}",
                "https://crm.example.com/%caller%20",
                "https://crm.example.com/<b>",
                "https://crm.example.com/\"",
                "https://crm.example.com/a|b",
                "https://crm.example.com/#a#b",
                "https://crm.example.com/[x]"
            })
    void isRefused(String url) {
        String reason =
                assertThrows(IllegalArgumentException.class, () -> UrlRules.check(url))
                        .getMessage();
        assertFalse(url.length() > 8 && reason.contains(url), reason);
    }

    @Test
    void has2000CharactersAtMost() {
        String longest = "https://crm.example.com/" + "x".repeat(1_976);
        assertDoesNotThrow(() -> UrlRules.check(longest));
        assertThrows(IllegalArgumentException.class, () -> UrlRules.check(longest + "x"));
    }
}
