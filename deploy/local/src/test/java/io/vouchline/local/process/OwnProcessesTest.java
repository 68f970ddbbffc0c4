package io.vouchline.local.process;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnProcessesTest {

    @TempDir private Path state;

    @Test
    void theNextStartEndsWhatAKilledFleetHasLeftBehind() throws Exception {
        Process leftover = sleeping(state.toString());
        OwnProcesses.of(state).record(leftover.toHandle());

        assertEquals(1, OwnProcesses.of(state).endLeftovers());

        assertTrue(leftover.waitFor(5, SECONDS));
        assertEquals(0, OwnProcesses.of(state).endLeftovers());
    }

    @Test
    void aStrangerWhoHasGotTheNumberOfAServiceIsLeftAlone() throws Exception {
        Process stranger = sleeping("elsewhere");
        try {
            OwnProcesses.of(state).record(stranger.toHandle());

            assertEquals(0, OwnProcesses.of(state).endLeftovers());

            assertTrue(stranger.isAlive());
        } finally {
            stranger.destroy();
        }
    }

    @Test
    void aServersOwnFileOfAnEarlierRunIsCleared() throws Exception {
        Process server = sleeping(state.toString());
        Path pidFile = state.resolve("server.pid");
        Files.writeString(pidFile, server.pid() + "\n/some/folder\n");

        OwnProcesses.of(state).clear(pidFile);

        assertTrue(server.waitFor(5, SECONDS));
        assertFalse(Files.exists(pidFile));
    }

    /** The word has no meaning for the shell; it is there to be seen in the command line. */
    private static Process sleeping(String word) throws IOException {
        return new ProcessBuilder("sh", "-c", "sleep 60 & trap 'kill $!' TERM; wait", word).start();
    }
}
