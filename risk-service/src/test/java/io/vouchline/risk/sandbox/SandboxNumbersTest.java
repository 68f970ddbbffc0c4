package io.vouchline.risk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.contract.number.PhoneNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxNumbersTest {

    private static final PhoneNumber NUMBER = PhoneNumber.ofE164("+15552345678");

    @TempDir Path folder;

    @Test
    void theProductionProfileRefusesTheFileAndNamesTheSetting() {
        Path file = folder.resolve("sandbox.csv");
        IllegalStateException refusal =
                assertThrows(
                        IllegalStateException.class,
                        () -> new SandboxNumbers(Optional.of(file), true));
        assertTrue(refusal.getMessage().startsWith("vouchline.sandbox.file=" + file));
    }

    @Test
    void anOutcomeIsFixedForOneClientOnly() throws IOException {
        SandboxNumbers sandbox = read("a,+15552345678,2,82");
        assertEquals(82, sandbox.of("a", NUMBER).orElseThrow().score());
        assertTrue(sandbox.of("b", NUMBER).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,+15552345678,2",
                "a,5552345678,2,82",
                "a,+15552345678,99,82",
                "a,+15552345678,2,1001",
                "a,+15552345678,2,-1",
                "a,+15552345678,2,x",
                ""
            })
    void aLineThatIsNotAsExpectedStopsTheStartAndIsNumbered(String line) {
        assertTrue(
                assertThrows(IllegalStateException.class, () -> read(line))
                        .getMessage()
                        .contains("line 2"));
    }

    private SandboxNumbers read(String line) throws IOException {
        Path file = folder.resolve("sandbox.csv");
        Files.writeString(file, "client,number,phone_type,score\n" + line + "\n");
        return new SandboxNumbers(Optional.of(file), false);
    }
}
