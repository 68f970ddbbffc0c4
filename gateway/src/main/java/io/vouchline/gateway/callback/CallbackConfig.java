package io.vouchline.gateway.callback;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How delivery reports are made and sent. */
@ConfigMapping(prefix = "vouchline.callback")
public interface CallbackConfig {

    /** Whether this replica makes and sends any. At least one must, or no platform is told. */
    @WithDefault("true")
    boolean enabled();

    /**
     * Whether reports may also go to loopback, by http and to any port: for tests on one machine.
     * The prod profile refuses it.
     */
    @WithDefault("false")
    boolean allowInsecure();

    /**
     * How long a look into the outcome streams, or for reports that are due, waits for the next.
     */
    @WithDefault("500ms")
    @DurationMin(millis = 10)
    Duration pause();

    /** How often it is looked for events that another replica took and did not finish. */
    @WithDefault("10s")
    Duration takeOver();

    /** How many events of a stream one look takes. */
    @WithDefault("200")
    @Min(1)
    @Max(10_000)
    int batch();

    /** How many reports a replica sends at once, 1 to 1024. */
    @WithDefault("64")
    @Min(1)
    @Max(1024)
    int atOnce();

    /** How many of them may be one client's, 1 to 256: a slow receiver holds up no other. */
    @WithDefault("8")
    @Min(1)
    @Max(256)
    int atOncePerClient();

    /** How many reports of a client may wait: what comes then is dropped, and counted. */
    @WithDefault("10000")
    @Min(1)
    @Max(1_000_000)
    int mostWaiting();
}
