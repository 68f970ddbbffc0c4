package io.vouchline.local.carrier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;

/** The account that the fleet has with the phone company. */
public record Account(String sid, String token) {

    /** Of the local fleet. */
    public static final String DEMO_SID = "AC0a1b2c3d4e5f60718293a4b5c6d7e8f9";

    /** The number that messages and calls come from; the vendor reserves it for tests. */
    public static final String DEMO_NUMBER = "+15005550006";

    boolean isShownBy(String authorization) {
        String expected =
                "Basic " + Base64.getEncoder().encodeToString((sid + ":" + token).getBytes(UTF_8));
        return MessageDigest.isEqual(expected.getBytes(UTF_8), authorization.getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return sid;
    }
}
