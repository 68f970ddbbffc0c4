package io.vouchline.gateway.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Phrases, found in a text word by word. Words that say nothing may stand between the words of a
 * phrase, a few of them.
 */
public final class Phrases<T> {

    private static final int MOST_NOISE = 3;

    private final Node<T> root = new Node<>();
    private final Set<String> noise;

    Phrases(Set<String> noise) {
        this.noise = noise;
    }

    /**
     * Adds phrases.
     *
     * @param list separated by commas; "(a|b|) c" stands for "a c", "b c" and "c"
     */
    void add(String list, T meaning) {
        for (String pattern : list.split(",", -1)) {
            for (String phrase : expanded(pattern)) {
                put(Word.of(phrase), meaning);
            }
        }
    }

    private void put(List<Word> words, T meaning) {
        if (words.isEmpty()) {
            return;
        }
        Node<T> node = root;
        for (Word word : words) {
            node = node.next.computeIfAbsent(word.text(), _ -> new Node<>());
        }
        boolean _ = node.meanings.add(meaning);
    }

    private static List<String> expanded(String pattern) {
        int open = pattern.indexOf('(');
        int close = pattern.indexOf(')', open + 1);
        if (open < 0 || close < 0) {
            return List.of(pattern);
        }
        List<String> phrases = new ArrayList<>();
        List<String> rests = expanded(pattern.substring(close + 1));
        for (String choice : pattern.substring(open + 1, close).split("\\|", -1)) {
            rests.forEach(rest -> phrases.add(pattern.substring(0, open) + choice + rest));
        }
        return phrases;
    }

    /**
     * The longest phrase that begins at a word and has a meaning that counts; null if there is
     * none.
     */
    public @Nullable Match<T> longest(List<Word> words, int from, Predicate<T> counts) {
        return longest(root, words, from, 0, counts);
    }

    private @Nullable Match<T> longest(
            Node<T> node, List<Word> words, int at, int skipped, Predicate<T> counts) {
        Match<T> best = node.match(at, counts);
        if (at == words.size()) {
            return best;
        }
        String word = words.get(at).text();
        Node<T> next = node.next.get(word);
        if (next != null) {
            best = further(best, longest(next, words, at + 1, skipped, counts));
        }
        if (node != root && skipped < MOST_NOISE && noise.contains(word)) {
            best = further(best, longest(node, words, at + 1, skipped + 1, counts));
        }
        return best;
    }

    private static <T> @Nullable Match<T> further(
            @Nullable Match<T> one, @Nullable Match<T> other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.end() > one.end() ? other : one;
    }

    /**
     * A phrase that was found.
     *
     * @param end the first word after it
     */
    public record Match<T>(int end, Set<T> meanings) {}

    private static final class Node<T> {

        private final Map<String, Node<T>> next = new HashMap<>();
        private final Set<T> meanings = new HashSet<>();

        @Nullable Match<T> match(int end, Predicate<T> counts) {
            Set<T> counting = new HashSet<>();
            meanings.stream().filter(counts).forEach(counting::add);
            return counting.isEmpty() ? null : new Match<>(end, counting);
        }
    }
}
