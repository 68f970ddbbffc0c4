package io.vouchline.otp.securitykey;

import io.smallrye.mutiny.Uni;

/** Where the used time steps of security keys are kept. */
interface StepStore {

    /**
     * Uses a time step; whether it may be used. It may not if it, or a later one, was used: unless
     * by the same reservation, whose answer was lost.
     *
     * @param reservation names the reserved attempt that uses it
     */
    Uni<Boolean> use(KeyName key, long step, String reservation);
}
