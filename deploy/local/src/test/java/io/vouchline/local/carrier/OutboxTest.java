package io.vouchline.local.carrier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T10:15:30Z"), ZoneOffset.UTC);

    @TempDir private Path folder;

    @Test
    void aMessageIsOneLineAndTheNewestIsLast() throws Exception {
        Path file = folder.resolve("outbox.jsonl");
        Outbox outbox = Outbox.in(file, CLOCK);

        outbox.add("+16502530000", Channel.SMS, "Your code\nis 12345");
        outbox.add("jane.doe@example.com", Channel.EMAIL, "Hello");

        assertEquals(
                List.of(
                        "{\"to\":\"+16502530000\",\"channel\":\"sms\",\"text\":\"Your code\\nis 12345\",\"code\":\"12345\",\"at\":\"2026-11-22T10:15:30Z\"}",
                        "{\"to\":\"jane.doe@example.com\",\"channel\":\"email\",\"text\":\"Hello\",\"code\":null,\"at\":\"2026-11-22T10:15:30Z\"}"),
                Files.readAllLines(file));
    }

    @Test
    void anApprovalHasItsReferenceAndNoCode() throws Exception {
        Path file = folder.resolve("outbox.jsonl");
        Outbox outbox = Outbox.in(file, CLOCK);

        outbox.addApproval("+16502530000", "Transfer 50000?", "0A1B");

        assertEquals(
                List.of(
                        "{\"to\":\"+16502530000\",\"channel\":\"push\",\"text\":\"Transfer 50000?\",\"code\":null,\"at\":\"2026-11-22T10:15:30Z\",\"reference\":\"0A1B\"}"),
                Files.readAllLines(file));
        assertEquals("0A1B", outbox.messages().getFirst().reference());
    }

    @Test
    void messagesOfEarlierRunsStay() {
        Path file = folder.resolve("outbox.jsonl");
        Outbox.in(file, CLOCK).add("+16502530000", Channel.VOICE, "1, 2, 3");

        assertEquals("123", Outbox.in(file, CLOCK).messages().getFirst().code());
    }

    @Test
    void othersCannotReadTheCodes() throws Exception {
        Path file = folder.resolve("outbox.jsonl");
        Outbox.in(file, CLOCK).add("+16502530000", Channel.SMS, "Your code is 12345");

        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
}
