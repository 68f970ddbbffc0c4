package io.vouchline.gateway.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    @Test
    void thereAreFourTriesWithTheVendorsWaits() {
        assertEquals(
                List.of(
                        Optional.of(Duration.ofSeconds(5)),
                        Optional.of(Duration.ofSeconds(10)),
                        Optional.of(Duration.ofSeconds(15)),
                        Optional.empty(),
                        Optional.empty()),
                IntStream.rangeClosed(1, 5).mapToObj(RetrySchedule::waitAfter).toList());
    }
}
