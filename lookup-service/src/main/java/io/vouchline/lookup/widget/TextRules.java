package io.vouchline.lookup.widget;

/** What a text has to keep to, whatever its variables. */
final class TextRules {

    private TextRules() {}

    /**
     * Checks a text.
     *
     * @param longest in UTF-16 units
     * @throws IllegalArgumentException whose message goes on a sentence that begins with the
     *     member's name, and does not repeat the text
     */
    static void check(String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new IllegalArgumentException(
                    "has 1 to " + longest + " characters, not all blank");
        }
        if (text.codePoints().anyMatch(TextRules::misleads)) {
            throw new IllegalArgumentException(
                    "has a control character, or one that reverses the direction of others");
        }
    }

    /** Also half a surrogate pair: the store could not give it back. */
    private static boolean misleads(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> directs(character);
        };
    }

    /** Embeddings, overrides and isolates (Unicode Standard Annex 9, section 2). */
    private static boolean directs(int character) {
        return (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }
}
