package io.vouchline.local.file;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.vouchline.local.report.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Makes folders (0700) and files (0600) that other users of the machine cannot read. */
public final class PrivateFiles {

    private static final Set<PosixFilePermission> FOLDER =
            PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE =
            PosixFilePermissions.fromString("rw-------");

    private PrivateFiles() {}

    /** The folder, made when it is missing. */
    public static Path folder(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, FOLDER);
            // Root may write everywhere else too; others learn here, not in the middle of the
            // start.
            Files.delete(Files.createTempFile(folder, "writable", null));
            return folder;
        } catch (IOException e) {
            throw notWritable(folder, e);
        }
    }

    /** Writes the whole file or, when that fails, leaves the old one. */
    public static void write(Path file, String content) {
        try {
            Path draft =
                    Files.createTempFile(
                            folderOf(file),
                            "draft",
                            null,
                            PosixFilePermissions.asFileAttribute(FILE));
            Files.writeString(draft, content);
            Files.move(draft, file, ATOMIC_MOVE);
        } catch (IOException e) {
            throw notWritable(file, e);
        }
    }

    /** The file's text, without the line end that an editor may have put behind it. */
    public static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartFailure(
                    "Cannot read the file %s as user %s (%s): give that user read permission, or remove the file so that it is made anew."
                            .formatted(file, user(), StartFailure.reason(e)),
                    e);
        }
    }

    /** Removes the file if it is there. */
    public static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }

    private static StartFailure notWritable(Path path, IOException cause) {
        return new StartFailure(
                "Cannot write to %s as user %s (%s): give that user write permission, or start the fleet from a copy of the project that belongs to them."
                        .formatted(path, user(), StartFailure.reason(cause)),
                cause);
    }

    private static String user() {
        return System.getProperty("user.name", "unknown");
    }
}
