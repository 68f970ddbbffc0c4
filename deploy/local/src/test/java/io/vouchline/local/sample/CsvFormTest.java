package io.vouchline.local.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvFormTest {

    private final CustomerGenerator generator = new CustomerGenerator(3);

    @Test
    void everyCellHoldsWhatStandsAtItsPathInTheJson() throws Exception {
        List<String> columns = cells(CustomerGenerator.csvHeader());
        for (long i = 0; i < 3_000; i++) {
            JsonNode customer = new JsonMapper().readTree(generator.line(i));
            List<String> cells = cells(generator.csv(i));
            assertEquals(columns.size(), cells.size());
            int filled = 0;
            for (int column = 0; column < cells.size(); column++) {
                JsonNode value = customer.at("/" + columns.get(column).replace('.', '/'));
                assertEquals(value.asText(""), cells.get(column), columns.get(column));
                filled += value.isMissingNode() ? 0 : 1;
            }
            assertEquals(leaves(customer), filled);
        }
    }

    private static int leaves(JsonNode node) {
        if (node.isValueNode()) {
            return 1;
        }
        int count = 0;
        for (JsonNode child : node) {
            count += leaves(child);
        }
        return count;
    }

    @Test
    void namesWithACommaAreQuoted() {
        boolean quoted = false;
        for (long i = 0; i < 1_000; i++) {
            quoted |= generator.csv(i).matches("sample-\\d{9},\"[^\"]+, Jr\\.\",.*");
        }
        assertTrue(quoted);
    }

    @Test
    void quotesAreDoubledAndLineEndsKept() {
        Map<String, Object> customer = new LinkedHashMap<>();
        customer.put("id", "a\"b");
        customer.put("name", "c\nd");

        assertTrue(CsvForm.line(customer).startsWith("\"a\"\"b\",\"c\nd\",,"));
    }

    @Test
    void aValueWithoutAColumnIsAMistakeOfTheGenerator() {
        assertThrows(
                IllegalArgumentException.class,
                () -> CsvForm.line(Map.of("phones", List.of(List.of("x")))));
    }

    /** Splits at the commas outside of quotes. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
            cells.add(cell.replaceAll("^\"|\"$", "").replace("\"\"", "\""));
        }
        return cells;
    }
}
