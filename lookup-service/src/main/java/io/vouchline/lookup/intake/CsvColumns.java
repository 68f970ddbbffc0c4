package io.vouchline.lookup.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The columns of a CSV file: a tree of paths into the JSON object of a line. */
final class CsvColumns {

    /** The most columns of a file. */
    static final int MOST = 500;

    private static final String CARD = "credit_cards\\.(0|[1-9][0-9]?)\\.(last_four|expiry)";
    private static final String TRANSACTION = "\\.(amount|payment_mode|at)";
    private static final Pattern KNOWN =
            Pattern.compile(
                    String.join(
                            "|",
                            "id|name|birth_date|deleted",
                            "phones\\.(0|[1-9][0-9]?)\\.(number|verified|changed_at)",
                            "mailboxes\\.(0|[1-9][0-9]?)\\.(address|verified|changed_at)",
                            CARD,
                            "last_card_transaction" + TRANSACTION,
                            "accounts\\.(0|[1-9][0-9]{0,2})\\.(number|capacity)",
                            "accounts\\.(0|[1-9][0-9]{0,2})\\.last_transaction" + TRANSACTION,
                            "accounts\\.(0|[1-9][0-9]{0,2})\\.debit_cards\\.(0|[1-9][0-9]?)\\.(last_four|expiry|primary)",
                            "accounts\\.(0|[1-9][0-9]{0,2})\\." + CARD));
    private static final Set<String> BOOLEANS = Set.of("verified", "primary", "deleted");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Branch root;
    private final int count;

    private CsvColumns(Branch root, int count) {
        this.root = root;
        this.count = count;
    }

    /**
     * The columns that a header names.
     *
     * @throws BadBodyException if a name is not known or stands twice; the message holds only its
     *     place, since a file without a header has customers there
     */
    static CsvColumns of(List<String> header) throws BadBodyException {
        if (header.size() > MOST) {
            throw new BadBodyException("The header has more than " + MOST + " columns.");
        }
        Branch root = new Branch();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).strip();
            if (!KNOWN.matcher(name).matches() || !names.add(name)) {
                throw new BadBodyException(
                        "Column %d of the header is not known or stands twice.".formatted(i + 1));
            }
            root.add(name.split("\\.", -1), 0, i);
        }
        return new CsvColumns(root, header.size());
    }

    int count() {
        return count;
    }

    /** The JSON object of a row. */
    JsonNode object(List<String> cells) {
        JsonNode object = root.value(cells);
        return object == null ? NODES.objectNode() : object;
    }

    /** A part of the tree; its value is null if all its cells are blank. */
    private sealed interface Node {

        @Nullable JsonNode value(List<String> cells);
    }

    private record Leaf(int column, boolean isBoolean) implements Node {

        @Override
        public @Nullable JsonNode value(List<String> cells) {
            String cell = cells.get(column);
            if (cell.isBlank()) {
                return null;
            }
            if (isBoolean && (cell.equals("true") || cell.equals("false"))) {
                return BooleanNode.valueOf(cell.equals("true"));
            }
            return TextNode.valueOf(cell);
        }
    }

    /** An object, or a list if its members are named by numbers. */
    private record Branch(Map<String, Node> members) implements Node {

        Branch() {
            this(new TreeMap<>());
        }

        void add(String[] path, int depth, int column) {
            String name = path[depth];
            if (depth == path.length - 1) {
                members.put(name, new Leaf(column, BOOLEANS.contains(name)));
            } else {
                Node next = members.computeIfAbsent(key(name), _ -> new Branch());
                ((Branch) next).add(path, depth + 1, column);
            }
        }

        @Override
        public @Nullable JsonNode value(List<String> cells) {
            return members.keySet().stream().allMatch(Branch::isIndex)
                    ? list(cells)
                    : object(cells);
        }

        private @Nullable JsonNode list(List<String> cells) {
            ArrayNode list = NODES.arrayNode();
            for (Node member : members.values()) {
                JsonNode value = member.value(cells);
                if (value != null) {
                    list.add(value);
                }
            }
            return list.isEmpty() ? null : list;
        }

        private @Nullable JsonNode object(List<String> cells) {
            ObjectNode object = NODES.objectNode();
            members.forEach(
                    (name, member) -> {
                        JsonNode value = member.value(cells);
                        if (value != null) {
                            object.set(name, value);
                        }
                    });
            return object.isEmpty() ? null : object;
        }

        /** Numbers are sorted as numbers. */
        private static String key(String name) {
            return isIndex(name) ? "0".repeat(3 - name.length()) + name : name;
        }

        private static boolean isIndex(String name) {
            return Character.isDigit(name.charAt(0));
        }
    }
}
