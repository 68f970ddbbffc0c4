package io.vouchline.risk.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    private static final Set<String> KNOWN = Set.of("pumping", "drip");

    @Test
    void nothingIsNeeded() {
        Options options = parse("");
        assertEquals(Seeds.TRAINING, options.seeds());
        assertEquals(List.of(0.01, 0.05, 0.2), options.shares());
        assertEquals(600, options.threshold());
        assertEquals(Path.of("target/simulation"), options.out());
        assertTrue(options.attacks().isEmpty());
        assertFalse(options.apart() || options.sweep() || options.limits());
    }

    @Test
    void noSeedIsBothForChoosingWeightsAndForPromises() {
        assertTrue(Collections.disjoint(Seeds.TRAINING, Seeds.HELD_OUT));
    }

    @Test
    void allCanBeGiven() {
        Options options =
                parse(
                        "--seeds 7,3,7 --share .5 --threshold 0 --attacks drip --apart --sweep"
                                + " --screen limits --out x/y");
        assertEquals(List.of(7L, 3L), options.seeds());
        assertEquals(List.of(0.5), options.shares());
        assertEquals(0, options.threshold());
        assertEquals(Set.of("drip"), options.attacks());
        assertEquals(Path.of("x/y"), options.out());
        assertTrue(options.apart() && options.sweep() && options.limits());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--seeds",
                "--seeds 5-1",
                "--seeds 1-9999",
                "--seeds 1,,2",
                "--seeds -1",
                "--seeds x",
                "--share 0",
                "--share 1",
                "--share 0.0001",
                "--share 0.95",
                "--share 5",
                "--share 0.05,",
                "--share NaN",
                "--threshold 1001",
                "--threshold -1",
                "--threshold 6e2",
                "--attacks nothing",
                "--attacks pumping,",
                "--screen other",
                "--weights /no/such/file",
                "--weights /",
                "--priors /no/such/file",
                "--out /dev/null",
                "--unknown",
                "600",
            })
    void whatIsGivenWronglyIsNamed(String arguments) {
        UsageError refused = assertThrows(UsageError.class, () -> parse(arguments));
        String option = arguments.split(" ", -1)[0];
        assertTrue(refused.sentence().contains(option), refused.sentence());
    }

    private static Options parse(String arguments) {
        return Options.parse(
                arguments.isEmpty() ? List.of() : List.of(arguments.split(" ", -1)), KNOWN);
    }
}
