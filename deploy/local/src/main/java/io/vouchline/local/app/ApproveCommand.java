package io.vouchline.local.app;

import io.vouchline.local.FleetSettings;
import io.vouchline.local.RunningFleet;
import io.vouchline.local.file.PrivateFiles;
import io.vouchline.local.process.Member;
import io.vouchline.local.report.CommandFailure;
import io.vouchline.local.report.ExitCode;
import io.vouchline.local.report.StartFailure;
import io.vouchline.local.report.Terminal;
import io.vouchline.local.report.UsageError;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Answers an approval of the fleet that runs here, as the institution's app does: {@code
 * deploy/local/approve}.
 */
public final class ApproveCommand {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    private final FleetSettings settings;
    private final PrintStream out;
    private final PrintStream errors;

    /** A command. */
    public ApproveCommand(FleetSettings settings, PrintStream out, PrintStream errors) {
        this.settings = settings;
        this.out = out;
        this.errors = errors;
    }

    /** Takes the project folder, which the script gives, and what stands behind the command. */
    public static void main(String[] arguments) {
        FleetSettings settings = FleetSettings.standard(Path.of(arguments[0]), Map.of());
        ApproveCommand command = new ApproveCommand(settings, System.out, System.err);
        System.exit(command.run(Arrays.asList(arguments).subList(1, arguments.length)));
    }

    /** Carries it out and returns how it ends, by {@link ExitCode}. */
    public int run(List<String> arguments) {
        Terminal terminal = new Terminal(out, errors);
        try {
            Approval approval = ApproveArguments.parse(arguments);
            out.println(answer(approval, RunningFleet.find(settings)));
            return ExitCode.DONE;
        } catch (UsageError e) {
            terminal.usage(e.sentence(), ApproveArguments.USAGE);
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

    private static String answer(Approval approval, RunningFleet fleet)
            throws InterruptedException {
        String gateway = fleet.url(Member.GATEWAY);
        WebhookSignature signature =
                new WebhookSignature(PrivateFiles.read(fleet.keys().appAnswersSecret()));
        try (HttpClient http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT_LIMIT)
                        .build()) {
            new AnswerDoor(gateway, signature, InstantSource.system(), http).answer(approval);
        }
        return "The gateway has taken the answer; GET %s/pushes/%s tells whether it counted."
                .formatted(gateway, approval.reference());
    }
}
