package io.vouchline.local.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vouchline.local.report.ExitCode;
import io.vouchline.local.report.StartFailure;
import io.vouchline.local.report.Terminal;
import io.vouchline.local.report.UsageError;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** Prints made-up customers: {@code deploy/local/generate}. */
public final class GenerateCommand {

    private static final String USAGE =
            "deploy/local/generate COUNT [--seed N] [--csv] > customers.ndjson";
    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final Terminal terminal;

    GenerateCommand(OutputStream out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Takes what stands behind the command. */
    public static void main(String[] arguments) {
        // Not System.out: that one keeps to itself that nobody reads any more.
        OutputStream out =
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER);
        System.exit(new GenerateCommand(out, Terminal.standard()).run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        try {
            write(GenerateOptions.parse(arguments));
            return ExitCode.DONE;
        } catch (UsageError e) {
            terminal.usage(e.sentence(), USAGE);
            return ExitCode.WRONG_USAGE;
        } catch (IOException e) {
            return stopped(e);
        }
    }

    private void write(GenerateOptions options) throws IOException {
        CustomerGenerator generator = new CustomerGenerator(options.seed());
        // RFC 4180 ends lines with both; a line of JSON ends with the second alone.
        String end = options.csv() ? "\r\n" : "\n";
        if (options.csv()) {
            print(CustomerGenerator.csvHeader() + end);
        }
        for (long i = 0; i < options.count(); i++) {
            print((options.csv() ? generator.csv(i) : generator.line(i)) + end);
        }
        out.flush();
    }

    private void print(String text) throws IOException {
        out.write(text.getBytes(UTF_8));
    }

    /** Who needs no more lines closes the pipe, as {@code head} does: that is no failure. */
    private int stopped(IOException e) {
        if (String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("broken pipe")) {
            return ExitCode.DONE;
        }
        terminal.failure(
                "The customers cannot be written (%s): see that there is room where they go."
                        .formatted(StartFailure.reason(e)));
        return ExitCode.FAILED;
    }
}
