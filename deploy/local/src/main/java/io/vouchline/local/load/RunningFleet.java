package io.vouchline.local.load;

import io.vouchline.local.FleetSettings;
import io.vouchline.local.file.PrivateFiles;
import io.vouchline.local.key.KeyFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jose4j.jwk.PublicJsonWebKey;

/** Where the fleet of this folder takes customers, and the key behind the tokens it believes. */
record RunningFleet(String lookupUrl, PublicJsonWebKey signer) {

    private static final String LOOKUP = "VOUCHLINE_LOOKUP_URL=";

    /** Finds it by the files that it keeps while it is ready. */
    static RunningFleet find(FleetSettings settings) {
        String url = lookupUrl(settings.environment());
        KeyFolder keys = KeyFolder.existing(settings.state().resolve("keys"));
        return new RunningFleet(url, keys.signer());
    }

    private static String lookupUrl(Path environment) {
        if (Files.notExists(environment)) {
            throw new ImportFailure(
                    "No fleet is ready here (%s is not there): start one with deploy/local/up."
                            .formatted(environment));
        }
        if (!Files.isReadable(environment)) {
            throw new ImportFailure(
                    "The fleet that runs here belongs to somebody else (%s cannot be read as user %s): load the file as the user who started it."
                            .formatted(environment, System.getProperty("user.name", "unknown")));
        }
        return PrivateFiles.read(environment)
                .lines()
                .filter(line -> line.startsWith(LOOKUP))
                .map(line -> line.substring(LOOKUP.length()))
                .findFirst()
                .orElseThrow(
                        () ->
                                new ImportFailure(
                                        "The fleet that runs here is older than this command (%s names no lookup-service): restart it with deploy/local/down and deploy/local/up."
                                                .formatted(environment)));
    }
}
