package io.vouchline.risk.sandbox;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.risk.number.LineType;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fixed outcomes of some numbers for some clients. */
@Singleton
public final class SandboxNumbers {

    private static final String SETTING = "vouchline.sandbox.file";
    private static final String HEADER = "client,number,phone_type,score";

    private final Map<Key, Outcome> outcomes;

    /** Reads the file once, at start. */
    @Inject
    SandboxNumbers(SandboxConfig config) {
        this(config.file(), ConfigUtils.isProfileActive("prod"));
    }

    SandboxNumbers(Optional<Path> file, boolean production) {
        if (production && file.isPresent()) {
            throw new IllegalStateException(
                    "%s=%s gives numbers a fixed risk, which the prod profile refuses; remove the setting"
                            .formatted(SETTING, file.get()));
        }
        this.outcomes = file.map(SandboxNumbers::read).orElse(Map.of());
    }

    /** The fixed outcome of this number for this client, if it has one. */
    public Optional<Outcome> of(String client, PhoneNumber number) {
        return Optional.ofNullable(outcomes.get(new Key(client, number)));
    }

    private static Map<Key, Outcome> read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
                throw unusable(file, 1);
            }
            Map<Key, Outcome> outcomes = new HashMap<>();
            for (int i = 1; i < lines.size(); i++) {
                add(outcomes, lines.get(i), file, i + 1);
            }
            return Map.copyOf(outcomes);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "%s=%s cannot be read; name a readable file or remove the setting"
                            .formatted(SETTING, file),
                    e);
        }
    }

    private static void add(Map<Key, Outcome> outcomes, String line, Path file, int lineNumber) {
        String[] cells = line.split(",", -1);
        try {
            LineType type = LineType.ofCode(cells[2]).orElseThrow(() -> unusable(file, lineNumber));
            int score = Integer.parseInt(cells[3]);
            if (score < 0 || score > 1000) {
                throw unusable(file, lineNumber);
            }
            outcomes.put(new Key(cells[0], PhoneNumber.ofE164(cells[1])), new Outcome(type, score));
        } catch (ArrayIndexOutOfBoundsException | IllegalArgumentException e) {
            throw unusable(file, lineNumber);
        }
    }

    private static IllegalStateException unusable(Path file, int lineNumber) {
        return new IllegalStateException(
                "%s=%s: line %d is not as expected; the first line is %s, the others have a client, a number in E.164 form, a phone type code and a score from 0 to 1000"
                        .formatted(SETTING, file, lineNumber, HEADER));
    }

    private record Key(String client, PhoneNumber number) {}

    /**
     * A fixed outcome.
     *
     * @param score 0 to 1000
     */
    public record Outcome(LineType type, int score) {}
}
