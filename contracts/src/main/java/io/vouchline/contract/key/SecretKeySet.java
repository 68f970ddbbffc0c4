package io.vouchline.contract.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Symmetric keys from a JWK set file (RFC 7517) whose keys are of type {@code oct} (RFC 7518
 * section 6.4) with a {@code kid} and at least 256 bits. The first key is the current one; the
 * others stay usable by their {@code kid} while what was made with them lives.
 */
public final class SecretKeySet {

    private static final int FEWEST_BYTES = 32;

    private final List<SecretKey> keys;

    private SecretKeySet(List<SecretKey> keys) {
        this.keys = keys;
    }

    /**
     * Reads the file once.
     *
     * @param setting the name of the setting that gave the path, for the message
     * @throws IllegalStateException with the setting, the path and the remedy, if the file cannot
     *     be read or holds anything but usable keys
     */
    public static SecretKeySet read(String setting, Path file) {
        try {
            JsonNode set = new ObjectMapper().readTree(Files.readAllBytes(file));
            Map<String, SecretKey> keys = new LinkedHashMap<>();
            for (JsonNode jwk : set.path("keys")) {
                SecretKey key = secretKey(jwk);
                if (keys.putIfAbsent(key.id(), key) != null) {
                    throw new IllegalArgumentException("kid " + key.id() + " stands twice");
                }
            }
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("it holds no key");
            }
            return new SecretKeySet(List.copyOf(keys.values()));
        } catch (IOException e) {
            throw unusable(setting, file, "it cannot be read as JSON (" + kind(e) + ")");
        } catch (IllegalArgumentException e) {
            throw unusable(setting, file, String.valueOf(e.getMessage()));
        }
    }

    /** The key that new values are made with. */
    public SecretKey current() {
        return keys.getFirst();
    }

    /** All keys, the current one first. */
    public List<SecretKey> all() {
        return keys;
    }

    private static SecretKey secretKey(JsonNode jwk) {
        String id = jwk.path("kid").asText("");
        if (id.isEmpty() || !"oct".equals(jwk.path("kty").asText())) {
            throw new IllegalArgumentException("a key has no kid or is not of kty oct");
        }
        byte[] bytes = Base64.getUrlDecoder().decode(jwk.path("k").asText(""));
        if (bytes.length < FEWEST_BYTES) {
            throw new IllegalArgumentException("key " + id + " has less than 256 bits");
        }
        return new SecretKey(id, new SecretKeySpec(bytes, "HmacSHA256"));
    }

    private static IllegalStateException unusable(String setting, Path file, String why) {
        return new IllegalStateException(
                "%s=%s is not a usable key file: %s; mount a JWK set with oct keys of 256 bits or more"
                        .formatted(setting, file, why));
    }

    private static String kind(IOException e) {
        return e.getClass().getSimpleName();
    }

    /** One key and its id. Its text form shows the id only. */
    public static final class SecretKey {

        private final String id;
        private final SecretKeySpec spec;

        private SecretKey(String id, SecretKeySpec spec) {
            this.id = id;
            this.spec = spec;
        }

        /** The key's {@code kid}. */
        public String id() {
            return id;
        }

        /** HMAC-SHA-256 (RFC 2104, FIPS 180-4) of the message: 32 bytes. */
        public byte[] mac(byte[] message) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(spec);
                return mac.doFinal(message);
            } catch (NoSuchAlgorithmException | InvalidKeyException e) {
                throw new IllegalStateException("every Java platform has HmacSHA256", e);
            }
        }

        @Override
        public String toString() {
            return "SecretKey[" + id + "]";
        }
    }
}
