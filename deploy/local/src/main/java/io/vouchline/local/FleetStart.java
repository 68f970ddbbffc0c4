package io.vouchline.local;

import io.vouchline.local.app.AppReceiver;
import io.vouchline.local.app.WebhookSignature;
import io.vouchline.local.carrier.Account;
import io.vouchline.local.carrier.Carrier;
import io.vouchline.local.carrier.Outbox;
import io.vouchline.local.demo.DemoCustomers;
import io.vouchline.local.demo.DemoList;
import io.vouchline.local.demo.DemoWidget;
import io.vouchline.local.demo.Guide;
import io.vouchline.local.file.PrivateFiles;
import io.vouchline.local.key.KeyFolder;
import io.vouchline.local.process.Member;
import io.vouchline.local.process.Members;
import io.vouchline.local.process.OwnProcesses;
import io.vouchline.local.report.StopRequest;
import io.vouchline.local.report.Stopwatch;
import io.vouchline.local.report.Terminal;
import io.vouchline.local.setting.SettingsFolder;
import io.vouchline.local.setting.Wiring;
import io.vouchline.local.setting.Wiring.CarrierAddress;
import io.vouchline.local.store.PostgresAddress;
import io.vouchline.local.store.RedisAddress;
import io.vouchline.local.store.Store;
import io.vouchline.local.store.Stores;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;

/** The way from nothing to a fleet that is ready, step by step. */
final class FleetStart {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);

    private final FleetSettings settings;
    private final Terminal terminal;
    private final StopRequest stop;
    private final Teardown teardown;
    private final OwnProcesses processes;
    // Not HTTP/2: the upgrade that it asks for first is one more thing to go wrong, and saves
    // nothing here.
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_LIMIT)
                    .build();

    FleetStart(FleetSettings settings, Terminal terminal, StopRequest stop, Teardown teardown) {
        this.settings = settings;
        this.terminal = terminal;
        this.stop = stop;
        this.teardown = teardown;
        this.processes = OwnProcesses.of(settings.state());
    }

    Fleet run() throws InterruptedException {
        teardown.add(http::shutdownNow);
        Map<Member, Path> jars = jars();
        takeFolder();
        settings.ports().requireFree();
        KeyFolder keys = KeyFolder.open(settings.state().resolve("keys"));
        stop.check();
        PostgresAddress postgres = postgres(keys);
        stop.check();
        RedisAddress redis = redis();
        stop.check();
        Outbox outbox = Outbox.in(settings.outbox(), Clock.tickMillis(ZoneOffset.UTC));
        Carrier carrier = carrier(keys, outbox);
        String app = app(keys, outbox);
        stop.check();
        Wiring wiring =
                new Wiring(
                        settings.ports(), keys, postgres, redis, CarrierAddress.of(carrier), app);
        Members members = members(wiring, jars);
        teardown.add(carrier::settle);
        loadCustomers(keys);
        Fleet fleet =
                new Fleet(
                        settings.ports(),
                        postgres,
                        redis,
                        keys.credentials(),
                        outbox,
                        members,
                        teardown);
        publish(fleet);
        return fleet;
    }

    private Map<Member, Path> jars() {
        Map<Member, Path> jars = new EnumMap<>(Member.class);
        for (Member member : Member.values()) {
            jars.put(member, member.jar(settings.project()));
        }
        return jars;
    }

    private void takeFolder() {
        Path state = PrivateFiles.folder(settings.state());
        FleetLock lock = FleetLock.take(state);
        teardown.add(lock::close);
        int leftovers = processes.endLeftovers();
        if (leftovers > 0) {
            terminal.progress(
                    "ended %d processes of an earlier fleet that was killed".formatted(leftovers));
        }
        teardown.add(processes::forget);
        PrivateFiles.remove(settings.environment());
    }

    private PostgresAddress postgres(KeyFolder keys) {
        Stopwatch watch = Stopwatch.start();
        Store<PostgresAddress> store =
                Stores.postgres(
                        settings.postgresUrl(),
                        settings.state(),
                        PrivateFiles.read(keys.databasePassword()),
                        processes);
        teardown.add(store.stop());
        ready("PostgreSQL", watch, store.address());
        return store.address();
    }

    private RedisAddress redis() throws InterruptedException {
        Stopwatch watch = Stopwatch.start();
        Store<RedisAddress> store = Stores.redis(settings.redisUrl(), settings.state(), processes);
        teardown.add(store.stop());
        ready("Redis", watch, store.address());
        return store.address();
    }

    private Carrier carrier(KeyFolder keys, Outbox outbox) {
        Stopwatch watch = Stopwatch.start();
        Account account = new Account(Account.DEMO_SID, PrivateFiles.read(keys.carrierToken()));
        Carrier carrier = Carrier.start(account, outbox, http, Carrier.PACE, terminal);
        teardown.add(carrier::close);
        ready(
                "carrier",
                watch,
                "%s and smtp://127.0.0.1:%d".formatted(carrier.phoneUrl(), carrier.mailPort()));
        return carrier;
    }

    private String app(KeyFolder keys, Outbox outbox) {
        Stopwatch watch = Stopwatch.start();
        String secret = PrivateFiles.read(keys.appEventsSecret());
        AppReceiver app =
                AppReceiver.start(
                        new WebhookSignature(secret), outbox, InstantSource.system(), terminal);
        teardown.add(app::close);
        ready("app", watch, app.url());
        return app.url();
    }

    private void ready(String what, Stopwatch watch, Object where) {
        terminal.progress("%-14s ready after %s on %s".formatted(what, watch, where));
    }

    private Members members(Wiring wiring, Map<Member, Path> jars) throws InterruptedException {
        SettingsFolder folder = SettingsFolder.write(settings.state().resolve("config"), wiring);
        Members members = new Members(processes, terminal, stop);
        teardown.add(members::stop);
        jars.forEach((member, jar) -> members.start(member, jar, folder.of(member)));
        members.awaitReady(settings.ports(), http);
        return members;
    }

    private void loadCustomers(KeyFolder keys) throws InterruptedException {
        String lookup = settings.ports().of(Member.LOOKUP).url();
        int count = DemoCustomers.load(lookup, keys.signer(), http);
        DemoWidget.make(lookup, keys.signer(), http);
        DemoList.make(settings.ports().of(Member.RISK).url(), keys.signer(), http);
        terminal.progress("%d demo customers are loaded".formatted(count));
    }

    /** Last of all, since scripts take the file for the sign that they may begin. */
    private void publish(Fleet fleet) {
        terminal.copyable(Guide.text(fleet.gatewayUrl(), fleet.credentials()));
        terminal.progress(
                "is ready on %s; Ctrl-C or deploy/local/down stops it"
                        .formatted(fleet.gatewayUrl()));
        EnvironmentFile.write(settings.environment(), fleet);
        teardown.add(() -> PrivateFiles.remove(settings.environment()));
    }
}
