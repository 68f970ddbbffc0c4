package io.vouchline.contract.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.contract.testing.Requirements.Line;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequirementsTest {

    @Test
    void theyAreNumberedWithoutAGap() {
        List<Line> all = Requirements.all();
        assertEquals(
                IntStream.rangeClosed(1, all.size()).boxed().toList(),
                all.stream().map(Line::number).toList());
        assertEquals(42, all.size());
    }

    @Test
    void eachSaysWhatIsRequiredAndByWhom() {
        for (Line line : Requirements.all()) {
            assertTrue(line.text().endsWith("."), line.text());
            assertFalse(line.area().isBlank(), line.text());
            assertFalse(line.source().isBlank(), line.text());
            // The report is a table whose columns this would end.
            assertFalse(line.toString().contains("|"), line.text());
        }
    }
}
