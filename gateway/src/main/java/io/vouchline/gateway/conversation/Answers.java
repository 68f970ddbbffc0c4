package io.vouchline.gateway.conversation;

import io.vouchline.contract.lookup.LookupApi.SecurityQuestion;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The security questions: which is next, and what the answers to them come to. */
final class Answers {

    /** So many right ones reach level 1. */
    private static final int ENOUGH = 3;

    private Answers() {}

    /** Asks them, if there are enough that can be asked. */
    static Step begin(State state) {
        return next(state.draft(Draft.EMPTY), Line.of(Prompt.ANSWERS_NEEDED));
    }

    /** Asks for the birth date alone, which picks one of several persons; not without one. */
    static Step pick(State state) {
        return state.known().questions().contains(SecurityQuestion.DOB)
                ? BirthDateDialogue.begin(
                        state.draft(Draft.EMPTY), List.of(Line.of(Prompt.ANSWERS_NEEDED)))
                : Steps.fail(state, Reason.MAX_NO_MATCH);
    }

    /** Asks the next one, unless it is settled. */
    private static Step next(State state, Line... before) {
        if (state.earned().reaches(1)) {
            return Levels.onwards(state);
        }
        int right = state.count(Counter.RIGHT_ANSWER);
        if (right >= ENOUGH) {
            return Levels.earned(state, 1, "kba");
        }
        List<SecurityQuestion> left = left(state);
        boolean over =
                state.count(Counter.WRONG_ANSWER) >= Math.max(1, state.parameters().wrongAnswers())
                        || right + left.size() < ENOUGH;
        return over
                ? Steps.fail(state, Reason.MAX_NO_MATCH)
                : ask(state.cleared(Counter.UNUSABLE), left.getFirst(), List.of(before));
    }

    private static List<SecurityQuestion> left(State state) {
        Profile profile = state.known();
        Set<SecurityQuestion> held = profile.questions();
        boolean unpicked = !profile.isOnePersons() && !held.contains(SecurityQuestion.DOB);
        return unpicked
                ? List.of()
                : inOrder(Holder.of(profile, state.parameters())).stream()
                        .filter(held::contains)
                        .filter(question -> !state.done().contains(question))
                        .toList();
    }

    private static List<SecurityQuestion> inOrder(Holder holder) {
        return List.of(
                SecurityQuestion.DOB,
                holder == Holder.CARD ? SecurityQuestion.CARD_EXPIRY : SecurityQuestion.DEBIT_CARD,
                SecurityQuestion.TRANSACTION_AMOUNT,
                SecurityQuestion.PAYMENT_MODE);
    }

    private static Step ask(State state, SecurityQuestion question, List<Line> before) {
        return switch (question) {
            case DOB -> BirthDateDialogue.begin(state, before);
            case CARD_EXPIRY -> ExpiryDialogue.begin(state, before);
            case DEBIT_CARD -> ask(state, before, Question.DEBIT_CARD, Prompt.DEBIT_CARD);
            case TRANSACTION_AMOUNT -> ask(state, before, Question.AMOUNT, Prompt.AMOUNT);
            case PAYMENT_MODE -> ask(state, before, Question.PAYMENT_MODE, Prompt.PAYMENT_MODE);
        };
    }

    private static Step ask(State state, List<Line> before, Question question, Prompt prompt) {
        return Steps.ask(state, before, question, Line.of(prompt));
    }

    /** Whether an answer to one of them is waited for, or a part of one. */
    static boolean isAsked(State state) {
        return switch (state.asked()) {
            case BIRTH_DATE,
                    BIRTH_MONTH,
                    BIRTH_DAY,
                    BIRTH_YEAR,
                    DEBIT_CARD,
                    EXPIRY,
                    EXPIRY_MONTH,
                    EXPIRY_YEAR,
                    AMOUNT,
                    PAYMENT_MODE ->
                    true;
            case null, default -> false;
        };
    }

    /** How many answers that cannot be are put up with. */
    static int retries(State state) {
        return state.asked() == Question.DEBIT_CARD
                ? state.parameters().cardRetries()
                : state.parameters().answerRetries();
    }

    /** Has an answer checked. Of several persons on one number, the birth date picks one. */
    static Step check(State state, SecurityQuestion question, String answer, Line... before) {
        boolean picks = question == SecurityQuestion.DOB && !state.known().isOnePersons();
        Errand errand =
                picks ? new Errand.PickPerson(answer) : new Errand.CheckAnswer(question, answer);
        return Steps.run(state, errand, before);
    }

    /** What an answer came to; a wrong one is not asked for again. */
    static Step checked(State state, SecurityQuestion question, Result result) {
        if (!(result instanceof Result.Checked checked)) {
            throw Dialogue.unexpected(state, result);
        }
        State answered = state.draft(Draft.EMPTY).answered(question);
        return switch (checked.verdict()) {
            case RIGHT -> right(answered, checked);
            case WRONG, EXPIRED, PENDING -> wrong(answered, question);
            case LOCKED -> Steps.fail(answered, Reason.MAX_NO_MATCH);
        };
    }

    private static Step right(State state, Result.Checked checked) {
        State counted = state.counted(Counter.RIGHT_ANSWER);
        Profile person = checked.person();
        if (person == null) {
            return next(counted);
        }
        return Holder.of(person, state.parameters()) == Holder.NONE
                ? Steps.fail(counted, Reason.MAX_NO_MATCH)
                : next(counted.profile(person.among(state.known().persons())));
    }

    /** Without a birth date that fits nobody knows whose the other answers would be. */
    private static Step wrong(State state, SecurityQuestion question) {
        State counted = state.counted(Counter.WRONG_ANSWER);
        boolean unpicked = question == SecurityQuestion.DOB && !state.known().isOnePersons();
        return unpicked ? Steps.fail(counted, Reason.MAX_NO_MATCH) : next(counted);
    }

    /** Asks once more after an answer that cannot be, as often as that is put up with. */
    static Step unusable(State state, Function<State, Step> again) {
        State counted = state.counted(Counter.UNUSABLE);
        return counted.count(Counter.UNUSABLE) > retries(counted)
                ? Steps.fail(counted, Reason.MAX_NO_MATCH)
                : again.apply(counted);
    }
}
