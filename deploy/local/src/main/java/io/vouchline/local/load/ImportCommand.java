package io.vouchline.local.load;

import io.vouchline.local.FleetSettings;
import io.vouchline.local.RunningFleet;
import io.vouchline.local.load.ImportOrder.Errors;
import io.vouchline.local.load.ImportOrder.Load;
import io.vouchline.local.report.CommandFailure;
import io.vouchline.local.report.ExitCode;
import io.vouchline.local.report.StartFailure;
import io.vouchline.local.report.Terminal;
import io.vouchline.local.report.UsageError;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Loads a file of customers into the fleet that runs here: {@code deploy/local/import}. */
public final class ImportCommand {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    private final FleetSettings settings;
    private final PrintStream out;
    private final PrintStream errors;
    private final int columns;
    private final LastWords lastWords;

    /**
     * A command.
     *
     * @param columns the width of the terminal behind {@code errors}, 0 if there is none
     */
    ImportCommand(
            FleetSettings settings,
            PrintStream out,
            PrintStream errors,
            int columns,
            LastWords lastWords) {
        this.settings = settings;
        this.out = out;
        this.errors = errors;
        this.columns = columns;
        this.lastWords = lastWords;
    }

    /** Takes the project folder, which the script gives, and what stands behind the command. */
    public static void main(String[] arguments) {
        FleetSettings settings = FleetSettings.standard(Path.of(arguments[0]), Map.of());
        LastWords lastWords = LastWords.install(System.err);
        ImportCommand command =
                new ImportCommand(
                        settings,
                        System.out,
                        System.err,
                        Integer.getInteger("vouchline.columns", 0),
                        lastWords);
        int exitCode = command.run(Arrays.asList(arguments).subList(1, arguments.length));
        lastWords.none();
        System.exit(exitCode);
    }

    int run(List<String> arguments) {
        Terminal terminal = new Terminal(out, errors);
        try {
            return follow(ImportArguments.parse(arguments));
        } catch (UsageError e) {
            terminal.usage(e.sentence(), ImportArguments.USAGE);
            return ExitCode.WRONG_USAGE;
        } catch (CommandFailure e) {
            terminal.failure(e.sentence());
        } catch (StartFailure e) {
            terminal.failure(e.sentence());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.FAILED;
    }

    private int follow(ImportOrder order) throws InterruptedException {
        HttpClient http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT_LIMIT)
                        .build();
        try {
            return switch (order) {
                case Load load -> load(load, http);
                case Errors all -> printErrors(all, http);
            };
        } finally {
            http.shutdownNow();
        }
    }

    private int load(Load order, HttpClient http) throws InterruptedException {
        CustomerFile file = CustomerFile.open(order.file());
        LookupDoor door = new LookupDoor(RunningFleet.find(settings), order, http);
        ProgressDisplay display = new ProgressDisplay(errors, columns);
        Loading loading = new Loading(order, file, door, display);
        Instant began = Instant.now();
        loading.knock();
        lastWords.set(
                () -> {
                    display.end();
                    return loading.interrupted();
                });
        ImportJob job = loading.run();
        lastWords.none();
        Summary summary = new Summary(order, job, began, loading.seconds());
        out.println(summary.text());
        return summary.exitCode();
    }

    private int printErrors(Errors order, HttpClient http) throws InterruptedException {
        LookupDoor door = new LookupDoor(RunningFleet.find(settings), order, http);
        long count = new ErrorPages(order, door).print(out);
        errors.println("vouchline: the import %s has %d errors".formatted(order.key(), count));
        return ExitCode.DONE;
    }
}
