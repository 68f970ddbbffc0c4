package io.vouchline.otp.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.contract.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures that are not of the vendor's documents were made by {@code openssl dgst -sha1}. */
class CarrierSignatureTest {

    private static final String URL = "https://voice.bank.example/carrier/twilio/status/A-1";
    private static final List<String> ROTATED = List.of("new token", "old token");

    @Test
    void theVendorsOwnExampleIsGood() {
        CarrierForm form =
                CarrierForm.parse(
                        "To=%2B18005551212&From=%2B14158675310&Digits=1234"
                                + "&Caller=%2B14158675310&CallSid=CA1234567890ABCDE");
        String url = "https://mycompany.com/myapp.php?foo=1&bar=2";
        assertEquals("GvWf1cFY/Q7PnoempGyD5oXAezc=", CarrierSignature.of(url, form, "12345"));
        assertTrue(
                CarrierSignature.isGood(
                        url, form, "GvWf1cFY/Q7PnoempGyD5oXAezc=", List.of("12345")));
    }

    @Test
    void aNameThatStandsTwiceIsSignedOnceWithEachValueInOrder() {
        CarrierForm form =
                CarrierForm.parse(
                        "To=B2&AccountSid=AC1&Empty=&To=A1&To=B2&Body=%C3%A5+%C3%A9%26%3D");
        String signature = "8ltP1lbudBHLNKczn5a/Va9SET0=";
        assertEquals(signature, CarrierSignature.of(URL, form, "old token"));
        assertTrue(CarrierSignature.isGood(URL, form, signature, ROTATED));
        assertFalse(CarrierSignature.isGood(URL, form, signature, List.of("new token")));
        assertFalse(CarrierSignature.isGood(URL + "2", form, signature, ROTATED));
    }

    @Test
    void aSchemesOwnPortMayBeSignedOrNot() {
        CarrierForm form = CarrierForm.parse("AccountSid=AC1");
        List<String> token = List.of("token");
        String withPort = "gjiXmmMmTjjwOvGCmLrEDcYe/Pg=";
        assertTrue(CarrierSignature.isGood(URL, form, withPort, token));
        String other = "https://voice.bank.example:8443/a/carrier/twilio/status/A-1";
        assertTrue(CarrierSignature.isGood(other, form, "FsiVCN0ykVswNfsXjCrr8GZK8Hc=", token));
        assertFalse(CarrierSignature.isGood(other, form, withPort, token));
    }

    @Test
    void anyChangeBreaksIt() {
        List<String> token = List.of("token");
        String signature = CarrierSignature.of(URL, CarrierForm.parse("A=1&B=2"), "token");
        assertTrue(CarrierSignature.isGood(URL, CarrierForm.parse("B=2&A=1"), signature, token));
        for (String form : List.of("A=1", "A=1&B=3", "A=1&B=2&C=", "A=1&B=2&B=3", "a=1&B=2")) {
            assertFalse(
                    CarrierSignature.isGood(URL, CarrierForm.parse(form), signature, token), form);
        }
        for (String bent : List.of("", "=", signature + "=", signature.substring(1), "ü")) {
            assertFalse(
                    CarrierSignature.isGood(URL, CarrierForm.parse("A=1&B=2"), bent, token), bent);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A",
                "=1",
                "A=1&",
                "&A=1",
                "A=1&&B=2",
                "A=%",
                "A=%2",
                "A=%zz",
                "A=%ff",
                "A=%C3",
                "A=%ED%A0%80",
                "A=ü",
                "%ff=1"
            })
    void whatIsNoFormIsRefused(String body) {
        assertThrows(ProblemException.class, () -> CarrierForm.parse(body));
    }

    @Test
    void aFormHasAtMost200Parameters() {
        String fits = "A=1&".repeat(199) + "A=1";
        assertEquals("1", CarrierForm.parse(fits).one("A").orElseThrow());
        assertThrows(ProblemException.class, () -> CarrierForm.parse(fits + "&A=1"));
    }

    @Test
    void aFormDoesNotShowItsValues() {
        assertEquals("CarrierForm[To]", CarrierForm.parse("To=%2B16502530000").toString());
    }
}
