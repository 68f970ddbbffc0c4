package io.vouchline.risk.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vouchline.risk.signal.Finding.Amount;
import io.vouchline.risk.signal.Finding.Case;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {

    @ParameterizedTest
    @CsvSource({
        "0, -1",
        "0.999, -1",
        "1, 0.5",
        "1.001, 0.5",
        "9.999, 0.5",
        "10, 3",
        "10.001, 3",
        "Infinity, 3",
    })
    void anAmountHasThePointsOfTheHighestBoundNotAboveIt(double amount, double points) {
        Table table = new Table.ByAmount(new TreeMap<>(Map.of(0.0, -1.0, 10.0, 3.0, 1.0, 0.5)));
        assertEquals(points, table.of(new Amount(amount, "")));
    }

    @Test
    void aCaseHasItsOwnPoints() {
        Table table = new Table.ByCase(Map.of("a", 1.0, "b", -2.0));
        assertEquals(1, table.of(new Case("a", "")));
        assertEquals(-2, table.of(new Case("b", "")));
    }

    @Test
    void aCaseOutsideTheShapeIsAFault() {
        Table table = new Table.ByCase(Map.of("a", 1.0));
        assertThrows(NullPointerException.class, () -> table.of(new Case("b", "")));
    }
}
