package io.vouchline.risk.simulation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Figures in rows, for people and for programs. */
public final class Table {

    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /** No rows yet. */
    public Table(String... columns) {
        this.columns = List.of(columns);
    }

    /** One more row. */
    public void add(List<String> row) {
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException("a row has as many cells as there are columns");
        }
        rows.add(List.copyOf(row));
    }

    /** As Markdown, aligned, so that it can be read as it is. */
    public String markdown() {
        int[] widths =
                IntStream.range(0, columns.size())
                        .map(
                                column ->
                                        Math.max(
                                                columns.get(column).length(),
                                                rows.stream()
                                                        .mapToInt(row -> row.get(column).length())
                                                        .max()
                                                        .orElse(0)))
                        .toArray();
        StringBuilder text = new StringBuilder(line(columns, widths));
        text.append(
                IntStream.range(0, widths.length)
                        .mapToObj(
                                column ->
                                        "-".repeat(widths[column] + 1) + (column == 0 ? "-" : ":"))
                        .collect(Collectors.joining("|", "|", "|\n")));
        rows.forEach(row -> text.append(line(row, widths)));
        return text.toString();
    }

    /** As CSV (RFC 4180). */
    public String csv() {
        StringBuilder text = new StringBuilder(csv(columns));
        rows.forEach(row -> text.append(csv(row)));
        return text.toString();
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(
                        column -> {
                            String cell = cells.get(column);
                            String room = " ".repeat(widths[column] - cell.length());
                            return column == 0 ? cell + room : room + cell;
                        })
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String csv(List<String> cells) {
        return cells.stream()
                .map(
                        cell ->
                                cell.matches("[^\",\r\n]*")
                                        ? cell
                                        : '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\r\n"));
    }
}
