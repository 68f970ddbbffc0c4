package io.vouchline.otp.quota;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Supplier;

/** One message that the quotas allow. */
public final class Admission {

    private final Duration redisTime;
    private final Supplier<Uni<Void>> giveBack;

    Admission(Duration redisTime, Supplier<Uni<Void>> giveBack) {
        this.redisTime = redisTime;
        this.giveBack = giveBack;
    }

    /** When it was given, by the clock of Redis's scripts, since 1970. */
    public Duration redisTime() {
        return redisTime;
    }

    /** Says that no message came of it. Never fails. */
    public Uni<Void> giveBack() {
        return giveBack.get();
    }
}
