package io.vouchline.gateway.access;

import java.util.List;
import javax.crypto.spec.SecretKeySpec;

/**
 * A client that can sign its requests.
 *
 * @param client who it is
 * @param keys the live keys, as they sign, in the order of the file: at least one
 * @param sha1 whether HMAC-SHA1 is taken besides HMAC-SHA256
 */
public record Signer(Client client, List<SecretKeySpec> keys, boolean sha1) {

    @Override
    public String toString() {
        return "Signer[" + client.id() + "]";
    }
}
