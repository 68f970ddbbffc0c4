package io.vouchline.contract.number;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vouchline.contract.key.SecretKeySet.SecretKey;
import java.util.HexFormat;

/**
 * The keyed hash that stands for a tenant's telephone number in stores and event streams:
 * HMAC-SHA-256 under the shared {@code numbers} key, cut to 128 bits, in upper-case hexadecimal.
 * The same number of two tenants has two unrelated hashes.
 */
public final class NumberHash {

    private static final int BYTES = 16;

    private final SecretKey key;

    /** Hashes under the current {@code numbers} key. */
    public NumberHash(SecretKey key) {
        this.key = key;
    }

    /** The 32 hexadecimal digits that stand for this tenant's number. */
    public String of(String tenant, PhoneNumber number) {
        return hash(tenant + '\n' + number.e164());
    }

    /**
     * The 32 hexadecimal digits that stand for a range of this tenant's destinations.
     *
     * @param leading the leading part of the numbers in E.164 form
     */
    public String ofRange(String tenant, String leading) {
        return hash(tenant + "\nrange\n" + leading);
    }

    /** The 32 hexadecimal digits that stand for an agent of this tenant, by the agent's name. */
    public String ofAgent(String tenant, String agent) {
        return hash(tenant + "\nagent\n" + agent);
    }

    /**
     * The 32 hexadecimal digits that stand for a session of this tenant.
     *
     * @param platform a name without line breaks
     * @param externalId the platform's own name of the session; any text
     */
    public String ofSession(String tenant, String platform, String externalId) {
        return hash(tenant + "\nsession\n" + platform + '\n' + externalId);
    }

    /**
     * The 32 hexadecimal digits that stand for something that is done for this tenant.
     *
     * @param errand tells all of it; any text
     */
    public String ofErrand(String tenant, String errand) {
        return hash(tenant + "\nerrand\n" + errand);
    }

    private String hash(String text) {
        byte[] mac = key.mac(text.getBytes(UTF_8));
        return HexFormat.of().withUpperCase().formatHex(mac, 0, BYTES);
    }
}
