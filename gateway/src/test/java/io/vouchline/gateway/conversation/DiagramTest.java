package io.vouchline.gateway.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.contract.lookup.LookupApi.SecurityQuestion;
import io.vouchline.gateway.conversation.Heard.Sign;
import io.vouchline.gateway.conversation.Result.Verdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Walks every way through the conversation and draws what it finds: {@code target/conversation.md},
 * which stands in the README.
 */
class DiagramTest {

    private static final Path DRAWN = Path.of("target/conversation.md");
    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "```mermaid\n";

    private final Map<String, Set<String>> labels = new TreeMap<>();
    private final Set<String> reached = new TreeSet<>();

    @Test
    void theReadmeShowsTheConversationAsItIs() throws IOException {
        walk();
        String drawing = drawing();
        Files.createDirectories(DRAWN.toAbsolutePath().getParent());
        Files.writeString(DRAWN, drawing);
        String readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN);
        assertTrue(begin >= 0, "README.md has no diagram; put that of " + DRAWN + " there");
        int end = readme.indexOf("```\n", begin + BEGIN.length()) + "```\n".length();
        assertEquals(
                drawing,
                readme.substring(begin, end),
                "the diagram in README.md is not that of " + DRAWN + ": copy it there");
    }

    @Test
    void everyQuestionIsAskedOnSomeWay() {
        walk();
        for (Question question : Question.values()) {
            assertTrue(reached.contains(question.name()), question + " is never asked");
        }
    }

    private String drawing() {
        StringBuilder drawing = new StringBuilder(BEGIN).append("stateDiagram-v2\n");
        labels.forEach(
                (edge, events) ->
                        drawing.append("    ")
                                .append(edge)
                                .append(": ")
                                .append(String.join(", ", events))
                                .append('\n'));
        return drawing.append("```\n").toString();
    }

    private void walk() {
        Deque<State> open = new ArrayDeque<>();
        Set<State> seen = new HashSet<>();
        for (Beginning beginning : beginnings()) {
            String label = beginning.ani() == null ? "number withheld" : "calling";
            follow("[*]", label, Conversation.begin(beginning), open);
        }
        while (!open.isEmpty()) {
            State state = open.removeFirst();
            Question asked = state.asked();
            if (asked == null || !seen.add(state)) {
                continue;
            }
            reached.add(asked.name());
            for (Heard heard : answers(asked)) {
                follow(
                        asked.name().toLowerCase(Locale.ROOT),
                        word(heard),
                        Conversation.next(state, heard),
                        open);
            }
        }
    }

    private void follow(String from, String label, Step step, Deque<State> open) {
        Errand errand = step.errand();
        if (errand == null) {
            draw(from, label, step.state());
            open.add(step.state());
            return;
        }
        for (Result result : results(errand)) {
            follow(from, label + " " + word(result), Conversation.next(step.state(), result), open);
        }
    }

    /** What leads back to the same question is left out. */
    private void draw(String from, String label, State to) {
        Ending ending = to.ending();
        String end =
                ending == null
                        ? String.valueOf(to.asked()).toLowerCase(Locale.ROOT)
                        : name(ending.reason());
        if (!from.equals(end)) {
            Set<String> events = labels.computeIfAbsent(from + " --> " + end, _ -> new TreeSet<>());
            boolean _ = events.add(label);
        }
    }

    private static String name(@Nullable Reason reason) {
        return reason == null ? "done" : reason.word();
    }

    /** Few retries, so that the ways are few. */
    private static List<Beginning> beginnings() {
        List<Beginning> all = new ArrayList<>();
        for (boolean calling : List.of(true, false)) {
            for (boolean card : List.of(true, false)) {
                Parameters parameters =
                        new Parameters(2, !card, card, 0, 1, 0, 0, 1, 0, 1, 2, 6, 6);
                all.add(
                        new Beginning(
                                parameters,
                                "US",
                                true,
                                calling ? Talk.ANI : null,
                                null,
                                false,
                                Earned.NOTHING,
                                null,
                                Talk.TODAY));
            }
        }
        return all;
    }

    private static List<Heard> answers(Question question) {
        return Stream.concat(own(question).stream(), Stream.of(Sign.REFUSAL)).toList();
    }

    private static List<Heard> own(Question question) {
        return switch (question) {
            case CUSTOMER, NUMBER_RIGHT, BIRTH_DATE_RIGHT, EXPIRY_RIGHT ->
                    List.of(Sign.YES, Sign.NO);
            case COUNTRY ->
                    List.of(
                            new Heard.Country("1"),
                            new Heard.Telephone("+16502530000"),
                            new Heard.Telephone("+0080000000000"));
            case NUMBER ->
                    List.of(new Heard.Telephone("6502530000"), new Heard.Telephone("123456"));
            case CHANNEL -> List.of(new Heard.WayChosen(Way.PHONE));
            case CODE -> List.of(new Heard.Digits("123457"), Sign.NOT_RECEIVED);
            case BIRTH_DATE ->
                    List.of(
                            new Heard.Date(1995, 2, 3),
                            new Heard.Date(1995, null, null),
                            new Heard.Date(null, 2, 3),
                            new Heard.Date(1995, 2, 30));
            case BIRTH_MONTH -> List.of(new Heard.Date(null, 2, null));
            case BIRTH_DAY -> List.of(new Heard.Date(null, null, 3));
            case BIRTH_YEAR -> List.of(new Heard.Date(1995, null, null));
            case DEBIT_CARD -> List.of(new Heard.Digits("1234"), new Heard.Digits("12"));
            case EXPIRY ->
                    List.of(
                            new Heard.Expiry(2027, 1),
                            new Heard.Expiry(null, 1),
                            new Heard.Expiry(2027, 13));
            case EXPIRY_MONTH -> List.of(new Heard.Expiry(null, 1));
            case EXPIRY_YEAR -> List.of(new Heard.Expiry(2027, null));
            case EXPIRY_CHANGE ->
                    Stream.of(Heard.Part.values()).<Heard>map(Heard.PartChosen::new).toList();
            case AMOUNT -> List.of(new Heard.Amount(BigDecimal.TEN));
            case PAYMENT_MODE -> List.of(new Heard.Mode("upi"));
            case SECURITY_KEY -> List.of(new Heard.Digits("232425"), Sign.APP);
            case APPROVAL -> List.of(Sign.READY);
        };
    }

    private static List<Result> results(Errand errand) {
        return switch (errand) {
            case Errand.FindCaller _ ->
                    List.of(
                            new Result.Found(Talk.NOBODY),
                            new Result.Found(holder(true)),
                            new Result.Found(holder(false)));
            case Errand.SendCode _, Errand.ResendCode _ ->
                    List.of(new Result.Sent("REF"), new Result.NotSent());
            case Errand.AskApproval _ ->
                    List.of(new Result.Asked("REF", "42"), new Result.NotSent());
            case Errand.ReadApproval _ ->
                    verdicts(Verdict.RIGHT, Verdict.WRONG, Verdict.PENDING, Verdict.EXPIRED);
            case Errand.CheckCode _ ->
                    verdicts(Verdict.RIGHT, Verdict.WRONG, Verdict.EXPIRED, Verdict.LOCKED);
            case Errand.CheckAnswer _, Errand.CheckKey _, Errand.PickPerson _ ->
                    verdicts(Verdict.RIGHT, Verdict.WRONG, Verdict.LOCKED);
        };
    }

    private static Profile holder(boolean reachable) {
        return new Profile(
                1, 1, 1, "x", EnumSet.allOf(SecurityQuestion.class), reachable, reachable);
    }

    private static List<Result> verdicts(Verdict... verdicts) {
        return Stream.of(verdicts).<Result>map(Result.Checked::of).toList();
    }

    private static String word(Heard heard) {
        return heard instanceof Sign sign
                ? sign.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                : words(heard.getClass().getSimpleName());
    }

    private static String word(Result result) {
        return switch (result) {
            case Result.Checked checked -> checked.verdict().name().toLowerCase(Locale.ROOT);
            case Result.Found found when found.profile().persons() == 0 -> "unknown";
            case Result.Found found when !found.profile().phone() -> "without way";
            default -> words(result.getClass().getSimpleName());
        };
    }

    private static String words(String name) {
        return Stream.of(name.split("(?=[A-Z])", -1))
                .map(part -> part.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
