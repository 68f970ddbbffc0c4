package io.vouchline.local;

import io.vouchline.local.report.StartFailure;
import io.vouchline.local.report.StopRequest;
import io.vouchline.local.report.Terminal;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Runs the fleet of one project folder until somebody stops it or one of its services dies. */
public final class Launcher {

    private static final int STOPPED = 0;
    private static final int FAILED = 1;

    private final FleetSettings settings;
    private final Terminal terminal;
    private final StopRequest stop;

    private Launcher(FleetSettings settings, Terminal terminal, StopRequest stop) {
        this.settings = settings;
        this.terminal = terminal;
        this.stop = stop;
    }

    /** Takes the project folder; {@code deploy/local/up} gives it. */
    public static void main(String[] arguments) {
        Path project = Path.of(arguments[0]);
        Terminal terminal = Terminal.standard();
        StopRequest stop = new StopRequest();
        SignalHook hook = SignalHook.install(stop, terminal);
        int exitCode = FAILED;
        try {
            FleetSettings settings = FleetSettings.standard(project, System.getenv());
            exitCode = new Launcher(settings, terminal, stop).run();
        } finally {
            hook.done();
        }
        System.exit(exitCode);
    }

    private int run() {
        try (Fleet fleet = Fleet.start(settings, terminal, stop)) {
            throw fleet.awaitDeath();
        } catch (InterruptedException e) {
            return stopped();
        } catch (StartFailure failure) {
            return stop.isMade() ? stopped() : failed(failure.sentence());
        } catch (UncheckedIOException e) {
            return stop.isMade() ? stopped() : failed(sentence(e));
        }
    }

    private int stopped() {
        terminal.progress("has stopped");
        return STOPPED;
    }

    private int failed(String sentence) {
        terminal.failure(sentence);
        return FAILED;
    }

    private String sentence(UncheckedIOException cause) {
        return "A file in %s cannot be read or written (%s): look after the disk and its permissions, then start the fleet again."
                .formatted(settings.state(), StartFailure.reason(cause));
    }
}
