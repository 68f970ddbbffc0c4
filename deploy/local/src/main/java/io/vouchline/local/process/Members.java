package io.vouchline.local.process;

import io.vouchline.local.report.StartFailure;
import io.vouchline.local.report.StopRequest;
import io.vouchline.local.report.Terminal;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The services of one fleet that have been started. */
public final class Members {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(200);

    private final List<MemberProcess> processes = new ArrayList<>();
    private final OwnProcesses own;
    private final Terminal terminal;
    private final StopRequest stop;

    public Members(OwnProcesses own, Terminal terminal, StopRequest stop) {
        this.own = own;
        this.terminal = terminal;
        this.stop = stop;
    }

    /** Starts one more; none waits for another. */
    public void start(Member member, Path jar, Path settings) {
        MemberProcess process = MemberProcess.start(member, jar, settings, terminal);
        processes.add(process);
        own.record(process.handle());
    }

    /** Returns when all are ready. */
    public void awaitReady(PortPlan ports, HttpClient http) throws InterruptedException {
        new Readiness(ports, terminal, stop, http).await(processes);
    }

    /** Waits until one ends although nobody has asked it to, and returns what to tell about it. */
    public StartFailure awaitDeath() throws InterruptedException {
        while (processes.stream().allMatch(MemberProcess::isAlive)) {
            stop.check();
            Thread.sleep(POLL);
        }
        // Ctrl-C in a terminal ends the services too, and the request for it may come second.
        Thread.sleep(POLL);
        stop.check();
        return firstDead().death();
    }

    private MemberProcess firstDead() {
        return processes.stream().filter(process -> !process.isAlive()).findFirst().orElseThrow();
    }

    /** Asks all to end, and ends those that have not after ten seconds. */
    public void stop() {
        processes.forEach(MemberProcess::requestStop);
        Instant limit = Instant.now().plus(STOP_LIMIT);
        processes.forEach(process -> process.awaitStop(Duration.between(Instant.now(), limit)));
    }
}
