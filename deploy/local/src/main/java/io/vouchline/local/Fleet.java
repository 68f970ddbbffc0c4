package io.vouchline.local;

import io.vouchline.local.carrier.Outbox;
import io.vouchline.local.key.DemoCredentials;
import io.vouchline.local.process.Member;
import io.vouchline.local.process.Members;
import io.vouchline.local.process.PortPlan;
import io.vouchline.local.report.StartFailure;
import io.vouchline.local.report.StopRequest;
import io.vouchline.local.report.Terminal;
import io.vouchline.local.store.PostgresAddress;
import io.vouchline.local.store.RedisAddress;

/**
 * A fleet that is ready: four services with their stores, the demo customers and a carrier. Closing
 * it stops it all.
 */
public final class Fleet implements AutoCloseable {

    private final PortPlan ports;
    private final PostgresAddress postgres;
    private final RedisAddress redis;
    private final DemoCredentials credentials;
    private final Outbox outbox;
    private final Members members;
    private final Teardown teardown;

    Fleet(
            PortPlan ports,
            PostgresAddress postgres,
            RedisAddress redis,
            DemoCredentials credentials,
            Outbox outbox,
            Members members,
            Teardown teardown) {
        this.ports = ports;
        this.postgres = postgres;
        this.redis = redis;
        this.credentials = credentials;
        this.outbox = outbox;
        this.members = members;
        this.teardown = teardown;
    }

    /** Starts a fleet and returns when it is ready, with its progress on standard output. */
    public static Fleet start(FleetSettings settings) throws InterruptedException {
        return start(settings, Terminal.standard(), new StopRequest());
    }

    /**
     * Starts a fleet and returns when it is ready. What had been started by then is stopped when
     * that fails.
     */
    public static Fleet start(FleetSettings settings, Terminal terminal, StopRequest stop)
            throws InterruptedException {
        Teardown teardown = new Teardown(terminal);
        boolean ready = false;
        try {
            Fleet fleet = new FleetStart(settings, terminal, stop, teardown).run();
            ready = true;
            return fleet;
        } finally {
            if (!ready) {
                teardown.run();
            }
        }
    }

    /** Where platforms call. */
    public String gatewayUrl() {
        return url(Member.GATEWAY);
    }

    /** Where this service is called. */
    public String url(Member member) {
        return ports.of(member).url();
    }

    /** Where this service's health and metrics are. */
    public String managementUrl(Member member) {
        return ports.of(member).managementUrl();
    }

    /** Where the data is, with user and password. */
    public String postgresUrl() {
        return postgres.url();
    }

    /** Where the counters are. */
    public String redisUrl() {
        return redis.url();
    }

    /** What the demo clients show at the door. */
    public DemoCredentials credentials() {
        return credentials;
    }

    /** What the carrier has delivered. */
    public Outbox outbox() {
        return outbox;
    }

    /**
     * Waits until a service ends that should not, and returns what to tell about it.
     *
     * @throws InterruptedException when somebody asks for the end before that
     */
    StartFailure awaitDeath() throws InterruptedException {
        return members.awaitDeath();
    }

    @Override
    public void close() {
        teardown.run();
    }
}
