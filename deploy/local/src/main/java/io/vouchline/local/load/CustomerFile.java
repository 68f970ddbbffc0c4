package io.vouchline.local.load;

import io.vouchline.local.report.CommandFailure;
import io.vouchline.local.report.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A file of customers as it was when the command began. */
record CustomerFile(Path path, long size) {

    /** Looks at the file before anything is sent. */
    static CustomerFile open(Path path) {
        if (Files.notExists(path)) {
            throw new CommandFailure(
                    "There is no file %s: check the name and the folder you are in (%s)."
                            .formatted(path, Path.of("").toAbsolutePath()));
        }
        if (Files.isDirectory(path)) {
            throw new CommandFailure(
                    "%s is a folder: name one file of customers in it.".formatted(path));
        }
        if (!Files.isReadable(path)) {
            throw unreadable(path, "no permission");
        }
        if (!Files.isRegularFile(path)) {
            throw new CommandFailure(
                    "%s is no ordinary file, so its length is not known: write its content into one first."
                            .formatted(path));
        }
        return new CustomerFile(path, sizeOf(path));
    }

    private static long sizeOf(Path path) {
        try {
            long size = Files.size(path);
            if (size == 0) {
                throw new CommandFailure(
                        "The file %s is empty: it should hold one customer a line; deploy/local/generate makes some."
                                .formatted(path));
            }
            return size;
        } catch (IOException e) {
            throw unreadable(path, StartFailure.reason(e));
        }
    }

    private static CommandFailure unreadable(Path path, String reason) {
        return new CommandFailure(
                "Cannot read the file %s as user %s (%s): give that user read permission."
                        .formatted(path, System.getProperty("user.name", "unknown"), reason));
    }

    String contentType() {
        return name().toLowerCase(Locale.ROOT).endsWith(".csv")
                ? "text/csv"
                : "application/x-ndjson";
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    /** Whether somebody has written to the file since, which breaks the transfer. */
    boolean hasChanged() {
        try {
            return Files.size(path) != size;
        } catch (IOException e) {
            return true;
        }
    }
}
