package io.vouchline.gateway.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vouchline.contract.lookup.LookupApi.SecurityQuestion;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.gateway.conversation.Heard.Digits;
import io.vouchline.gateway.conversation.Heard.Sign;
import io.vouchline.gateway.conversation.Result.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A conversation with a bank that is a function. */
final class Talk {

    static final PhoneNumber ANI = PhoneNumber.ofE164("+16502530000");
    static final PhoneNumber OTHER = PhoneNumber.ofE164("+16502530123");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final Parameters ACCOUNT_LEVEL_1 = parameters(1, true, false);
    static final Profile CUSTOMER =
            new Profile(1, 1, 0, "somebody", EnumSet.allOf(SecurityQuestion.class), true, true);
    static final Profile NOBODY = new Profile(0, 0, 0, null, Set.of(), false, false);

    private final Function<Errand, Result> bank;
    private final List<Errand> errands = new ArrayList<>();
    private State state;
    private List<Prompt> said = List.of();

    private Talk(Beginning beginning, Function<Errand, Result> bank) {
        this.bank = bank;
        Step first = Conversation.begin(beginning);
        this.state = first.state();
        settle(first);
    }

    static Talk of(Beginning beginning, Function<Errand, Result> bank) {
        return new Talk(beginning, bank);
    }

    /** The caller calls from a number that the bank knows. */
    static Talk calling(Parameters parameters, Function<Errand, Result> bank) {
        return new Talk(beginning(parameters, ANI, null, Earned.NOTHING), bank);
    }

    /** The caller's number is withheld. */
    static Talk withheld(Parameters parameters, Function<Errand, Result> bank) {
        return new Talk(beginning(parameters, null, null, Earned.NOTHING), bank);
    }

    static Beginning beginning(
            Parameters parameters,
            @Nullable PhoneNumber ani,
            @Nullable PhoneNumber number,
            Earned earned) {
        return new Beginning(parameters, "US", true, ani, number, false, earned, null, TODAY);
    }

    static Parameters parameters(int level, boolean accounts, boolean cards) {
        return new Parameters(level, accounts, cards, 1, 3, 2, 3, 1, 3, 1, 2, 6, 6);
    }

    /** A bank where all is right that is the document's. */
    static Result friendly(Errand errand) {
        return switch (errand) {
            case Errand.FindCaller _ -> new Result.Found(CUSTOMER);
            case Errand.SendCode _, Errand.ResendCode _ -> new Result.Sent("REF");
            case Errand.CheckCode check -> verdict(check.code().equals("123457"));
            case Errand.CheckAnswer check -> verdict(isRight(check));
            case Errand.PickPerson _ -> new Result.Checked(Verdict.RIGHT, CUSTOMER);
            case Errand.CheckKey check -> verdict(check.key().equals("232425"));
            case Errand.AskApproval _ -> new Result.Asked("PUSH", "42");
            case Errand.ReadApproval _ -> Result.Checked.of(Verdict.PENDING);
        };
    }

    private static boolean isRight(Errand.CheckAnswer check) {
        return check.answer()
                .equals(
                        switch (check.question()) {
                            case DOB -> "1995-02-03";
                            case DEBIT_CARD -> "1234";
                            case CARD_EXPIRY -> "012027";
                            case TRANSACTION_AMOUNT -> "500";
                            case PAYMENT_MODE -> "upi";
                        });
    }

    static Result verdict(boolean right) {
        return Result.Checked.of(right ? Verdict.RIGHT : Verdict.WRONG);
    }

    /** The same bank but for these errands. */
    static <E extends Errand> Function<Errand, Result> but(
            Class<E> kind, Function<E, Result> otherwise) {
        return errand ->
                kind.isInstance(errand) ? otherwise.apply(kind.cast(errand)) : friendly(errand);
    }

    Talk hears(Heard heard) {
        settle(Conversation.next(state, heard));
        return this;
    }

    Talk hears(String digits) {
        return hears(new Digits(digits));
    }

    /** The birth date of the document, and that it is right. */
    Talk hearsBirthDate() {
        return hears(new Heard.Date(1995, 2, 3)).hears(Sign.YES);
    }

    private void settle(Step step) {
        List<Prompt> prompts = new ArrayList<>();
        Step now = step;
        while (true) {
            now.lines().forEach(line -> prompts.add(line.prompt()));
            Errand errand = now.errand();
            if (errand == null) {
                break;
            }
            errands.add(errand);
            now = Conversation.next(now.state(), bank.apply(errand));
        }
        state = now.state();
        said = prompts;
    }

    Talk says(Prompt... prompts) {
        assertEquals(List.of(prompts), said);
        return this;
    }

    Talk asks(Question question) {
        assertEquals(question, state.asked());
        return this;
    }

    /** It has ended with success, at this level. */
    void isDone(int level) {
        assertEquals(Ending.SUCCESS, state.ending());
        assertEquals(level, state.earned().level());
    }

    void hasFailed(Reason reason) {
        assertEquals(new Ending(reason), state.ending());
    }

    void hasFailed(Reason reason, @Nullable Integer level) {
        hasFailed(reason);
        assertEquals(level, state.earned().level());
    }

    State state() {
        return state;
    }

    List<Errand> errands() {
        return errands;
    }

    long errands(Class<? extends Errand> kind) {
        return errands.stream().filter(kind::isInstance).count();
    }
}
