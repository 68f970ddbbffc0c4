package io.vouchline.local.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code deploy/local/import} is asked for. */
sealed interface ImportOrder {

    /** Whose customers it is about. */
    String tenant();

    /** The name of the import. */
    String key();

    /**
     * Load a file.
     *
     * @param full whether customers that the file does not hold are to be removed
     * @param force whether that goes for many of them too
     * @param rewrite whether lines that change nothing are to be written too
     * @param dryRun whether nothing is to be written at all
     */
    record Load(
            Path file,
            boolean full,
            boolean force,
            boolean rewrite,
            boolean dryRun,
            String tenant,
            String key)
            implements ImportOrder {

        /** The wish as lookup-service reads it. */
        String query() {
            List<String> parameters = new ArrayList<>();
            parameters.add("mode=" + (full ? "full" : "delta"));
            add(parameters, force, "force");
            add(parameters, rewrite, "rewrite");
            add(parameters, dryRun, "dry_run");
            return String.join("&", parameters);
        }

        private static void add(List<String> parameters, boolean wanted, String name) {
            if (wanted) {
                parameters.add(name + "=true");
            }
        }
    }

    /** Print all that an import has rejected. */
    record Errors(String tenant, String key) implements ImportOrder {}
}
