package io.vouchline.risk.simulation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void aTableIsAlignedForPeople() {
        Table table = new Table("attack", "n");
        table.add(List.of("a", "100"));
        assertEquals("| attack |   n |\n|--------|----:|\n| a      | 100 |\n", table.markdown());
    }

    @Test
    void cellsWithCommasAreQuotedForPrograms() {
        Table table = new Table("a", "b");
        table.add(List.of("x,y", "a \"word\""));
        assertEquals("a,b\r\n\"x,y\",\"a \"\"word\"\"\"\r\n", table.csv());
    }

    @Test
    void aRowThatDoesNotFitIsRefused() {
        Table table = new Table("a", "b");
        assertThrows(IllegalArgumentException.class, () -> table.add(List.of("x")));
    }
}
