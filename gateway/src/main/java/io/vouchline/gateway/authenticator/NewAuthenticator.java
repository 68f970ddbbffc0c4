package io.vouchline.gateway.authenticator;

import java.util.UUID;

/**
 * An authenticator that waits to be confirmed.
 *
 * @param id names it
 * @param otpauthUri for the app, as text or in a QR code: holds the secret, and is shown only here
 */
record NewAuthenticator(UUID id, String otpauthUri) {

    @Override
    public String toString() {
        return "NewAuthenticator[" + id + "]";
    }
}
