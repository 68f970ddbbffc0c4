package io.vouchline.local;

import io.vouchline.local.file.PrivateFiles;
import io.vouchline.local.key.KeyFolder;
import io.vouchline.local.process.Member;
import io.vouchline.local.report.CommandFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The fleet of this folder, as commands find it by the files that it keeps while it is ready. */
public final class RunningFleet {

    private final Path environment;
    private final String variables;
    private final KeyFolder keys;

    private RunningFleet(Path environment, String variables, KeyFolder keys) {
        this.environment = environment;
        this.variables = variables;
        this.keys = keys;
    }

    /**
     * Finds it.
     *
     * @throws CommandFailure if none is ready here, or it is somebody else's
     */
    public static RunningFleet find(FleetSettings settings) {
        Path environment = settings.environment();
        if (Files.notExists(environment)) {
            throw new CommandFailure(
                    "No fleet is ready here (%s is not there): start one with deploy/local/up."
                            .formatted(environment));
        }
        if (!Files.isReadable(environment)) {
            throw new CommandFailure(
                    "The fleet that runs here belongs to somebody else (%s cannot be read as user %s): give the command as the user who started it."
                            .formatted(environment, System.getProperty("user.name", "unknown")));
        }
        return new RunningFleet(
                environment,
                PrivateFiles.read(environment),
                KeyFolder.existing(settings.state().resolve("keys")));
    }

    /** Where this service is called. */
    public String url(Member member) {
        String name = "VOUCHLINE_" + member.label().toUpperCase(Locale.ROOT) + "_URL=";
        return variables
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()))
                .findFirst()
                .orElseThrow(
                        () ->
                                new CommandFailure(
                                        "The fleet that runs here is older than this command (%s names no %s): restart it with deploy/local/down and deploy/local/up."
                                                .formatted(environment, member.folder())));
    }

    /** Its secrets. */
    public KeyFolder keys() {
        return keys;
    }
}
