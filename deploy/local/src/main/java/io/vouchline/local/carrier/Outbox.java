package io.vouchline.local.carrier;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vouchline.local.file.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The messages that arrived, one JSON object a line, newest last. Approvals have a {@code
 * reference} too.
 */
public final class Outbox {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final Clock clock;

    private Outbox(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * The outbox in this file, which is made if it is missing: whoever follows it can begin before
     * the first message.
     */
    public static Outbox in(Path file, Clock clock) {
        if (Files.notExists(file)) {
            PrivateFiles.write(file, "");
        }
        return new Outbox(file, clock);
    }

    /** Puts a message behind the others. */
    void add(String to, Channel channel, String text) {
        append(line(OutboxMessage.of(to, channel, text.strip(), clock.instant())));
    }

    /** Puts an approval that the institution's app is asked for behind the others. */
    public void addApproval(String to, String text, String reference) {
        append(
                line(
                        new OutboxMessage(
                                to, Channel.PUSH, text.strip(), null, clock.instant(), reference)));
    }

    /** One write a line, so that a reader never sees half of one. */
    private synchronized void append(String line) {
        try {
            Files.writeString(
                    file, line + "\n", UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(OutboxMessage message) {
        ObjectNode line =
                JSON.createObjectNode()
                        .put("to", message.to())
                        .put("channel", message.channel().label())
                        .put("text", message.text())
                        .put("code", message.code())
                        .put("at", message.at().toString());
        if (message.reference() != null) {
            line.put("reference", message.reference());
        }
        return line.toString();
    }

    /** All messages, also those of earlier runs. */
    public List<OutboxMessage> messages() {
        try {
            return Files.readAllLines(file, UTF_8).stream().map(Outbox::message).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OutboxMessage message(String line) {
        try {
            JsonNode fields = JSON.readTree(line);
            return new OutboxMessage(
                    fields.path("to").asText(),
                    Channel.valueOf(fields.path("channel").asText().toUpperCase(Locale.ROOT)),
                    fields.path("text").asText(),
                    fields.path("code").isNull() ? null : fields.path("code").asText(),
                    Instant.parse(fields.path("at").asText()),
                    fields.path("reference").asText(null));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
