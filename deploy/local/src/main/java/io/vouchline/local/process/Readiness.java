package io.vouchline.local.process;

import io.vouchline.local.report.StartFailure;
import io.vouchline.local.report.StopRequest;
import io.vouchline.local.report.Stopwatch;
import io.vouchline.local.report.Terminal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Waits until services say that they are ready. */
final class Readiness {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int OK = 200;

    private final PortPlan ports;
    private final Terminal terminal;
    private final StopRequest stop;
    private final HttpClient http;

    Readiness(PortPlan ports, Terminal terminal, StopRequest stop, HttpClient http) {
        this.ports = ports;
        this.terminal = terminal;
        this.stop = stop;
        this.http = http;
    }

    /** Returns when all are ready, with a line for each on the terminal. */
    void await(List<MemberProcess> processes) throws InterruptedException {
        Stopwatch watch = Stopwatch.start();
        List<MemberProcess> pending = new ArrayList<>(processes);
        while (!pending.isEmpty()) {
            for (MemberProcess process : List.copyOf(pending)) {
                if (!process.isAlive()) {
                    throw process.death();
                }
                if (isReady(process.member())) {
                    pending.remove(process);
                    tell(process.member(), watch);
                }
            }
            requireTimeLeft(watch, pending);
            stop.check();
            Thread.sleep(POLL);
        }
    }

    private boolean isReady(Member member) throws InterruptedException {
        HttpRequest question =
                HttpRequest.newBuilder(readyUrl(member)).timeout(ANSWER_LIMIT).build();
        try {
            return http.send(question, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        }
    }

    private URI readyUrl(Member member) {
        return URI.create(ports.of(member).managementUrl() + "/q/health/ready");
    }

    private void tell(Member member, Stopwatch watch) {
        terminal.progress(
                "%-14s ready after %s on %s"
                        .formatted(member.folder(), watch, ports.of(member).url()));
    }

    private void requireTimeLeft(Stopwatch watch, List<MemberProcess> pending) {
        if (!pending.isEmpty() && watch.seconds() > LIMIT.toSeconds()) {
            Member member = pending.getFirst().member();
            throw new StartFailure(
                    "The %s is not ready after %d s: its lines above and %s tell why."
                            .formatted(member.folder(), LIMIT.toSeconds(), readyUrl(member)));
        }
    }
}
