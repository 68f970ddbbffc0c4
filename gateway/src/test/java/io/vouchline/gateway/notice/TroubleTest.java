package io.vouchline.gateway.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.CompositeException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TroubleTest {

    private final Logger logger = Logger.getLogger(Trouble.class.getName());
    private final Lines lines = new Lines();
    private final Trouble trouble = new Trouble();

    @BeforeEach
    void listen() {
        logger.addHandler(lines);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(lines);
    }

    @Test
    void troubleThatLastsIsToldOnceAndItsEndOnce() {
        trouble.isOver();
        for (int i = 0; i < 100; i++) {
            trouble.is(new IllegalStateException("away"));
        }
        trouble.isOver();
        trouble.isOver();
        trouble.is(new IllegalStateException("away again"));
        assertEquals(List.of(Level.WARNING, Level.INFO, Level.WARNING), lines.levels());
    }

    @Test
    void theFirstOfSeveralFailuresIsNamed() {
        trouble.is(
                new CompositeException(
                        new CompositeException(new IllegalStateException("the first")),
                        new IllegalStateException("the second")));
        assertTrue(lines.records.getFirst().getMessage().endsWith("the first"));
    }

    private static final class Lines extends Handler {

        private final List<LogRecord> records = new ArrayList<>();

        private List<Level> levels() {
            return records.stream()
                    .map(line -> Level.parse(Integer.toString(line.getLevel().intValue())))
                    .toList();
        }

        @Override
        public void publish(LogRecord line) {
            records.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
