package io.vouchline.otp.securitykey;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A key and the time step in which it shows what was told. */
record Match(KeyName key, long step) {

    /** One step of drift either way (RFC 6238 section 5.2). */
    private static final int DRIFT = 1;

    /**
     * The key that shows this about now. All keys and steps are compared, each in constant time,
     * whichever of them matches.
     */
    static Optional<Match> find(Map<KeyName, KeySecret> keys, String shown, Instant now) {
        byte[] told = shown.getBytes(US_ASCII);
        long step = Totp.step(now);
        Match found = null;
        for (Map.Entry<KeyName, KeySecret> key : keys.entrySet()) {
            for (long near = step - DRIFT; near <= step + DRIFT; near++) {
                byte[] right = Totp.shown(key.getValue(), near).getBytes(US_ASCII);
                if (MessageDigest.isEqual(right, told)) {
                    found = new Match(key.getKey(), near);
                }
            }
        }
        return Optional.ofNullable(found);
    }
}
