package io.vouchline.otp.verification;

import io.smallrye.mutiny.Uni;

/** Where the canary lives. */
interface CanaryStore {

    /** The canary that is there, or this one if there is none yet. */
    Uni<Canary> findOrPlace(Canary fresh);

    /** Puts this canary in the place of the one that is there. */
    Uni<Void> replace(Canary fresh);

    /** A known code, number and message: hashed, hashed and sealed. */
    record Canary(String keyId, String mac, String number, String sealed) {}
}
