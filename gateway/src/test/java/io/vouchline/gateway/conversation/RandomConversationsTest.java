package io.vouchline.gateway.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.contract.lookup.LookupApi.SecurityQuestion;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.gateway.conversation.Heard.Sign;
import io.vouchline.gateway.conversation.Result.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever policies there are, and whatever callers say. Seeded: a failure names its seed. */
class RandomConversationsTest {

    private static final int CONVERSATIONS = 20_000;

    /** More turns than any conversation can have before it ends by itself. */
    private static final int MOST_TURNS = 200;

    private static final List<Sign> SIGNS = List.copyOf(EnumSet.allOf(Sign.class));
    private static final List<Heard.Part> PARTS = List.copyOf(EnumSet.allOf(Heard.Part.class));
    private static final String RIGHT_CODE = "123457";
    private static final String RIGHT_KEY = "232425";

    @Test
    void everyConversationEndsAndEarnsWhatItProves() {
        int[] done = new int[3];
        for (int seed = 0; seed < CONVERSATIONS; seed++) {
            Course course = new Course(seed);
            course.run();
            Integer level = course.state.earned().level();
            if (course.state.ending() != null && course.state.ending().isSuccess()) {
                done[level == null ? 0 : level]++;
            }
        }
        // Else the promises below would be kept by never getting anywhere.
        for (int level = 0; level < done.length; level++) {
            assertTrue(done[level] > 100, "level " + level + " reached " + done[level] + " times");
        }
    }

    /** One conversation with everything that happened in it. */
    private static final class Course {

        private final int seed;
        private final Random random;
        private final Parameters parameters;
        private final List<Result> results = new ArrayList<>();
        private final List<Errand> errands = new ArrayList<>();
        private State state;
        private int refusals;
        private boolean consumed;
        private int rightAnswers;
        private boolean firstFactor;
        private boolean secondFactor;

        Course(int seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.parameters =
                    new Parameters(
                            random.nextInt(3),
                            random.nextInt(8) > 0,
                            random.nextInt(8) > 0,
                            random.nextInt(3),
                            random.nextInt(4),
                            random.nextInt(4),
                            random.nextInt(5),
                            random.nextInt(3),
                            random.nextInt(5),
                            random.nextInt(3),
                            random.nextInt(4),
                            6,
                            6);
            PhoneNumber ani = random.nextBoolean() ? Talk.ANI : null;
            PhoneNumber number = random.nextInt(4) == 0 ? Talk.OTHER : null;
            Beginning beginning =
                    new Beginning(
                            parameters,
                            "US",
                            random.nextBoolean(),
                            ani,
                            number,
                            random.nextInt(8) == 0,
                            Earned.NOTHING,
                            null,
                            Talk.TODAY);
            Step first = Conversation.begin(beginning);
            this.state = first.state();
            settle(first);
        }

        void run() {
            int turns = 0;
            while (state.ending() == null) {
                assertTrue(++turns < MOST_TURNS, () -> "seed " + seed + " does not end");
                assertTrue(state.asked() != null, () -> "seed " + seed + " asks nothing");
                settle(Conversation.next(state, heard()));
                promises();
            }
        }

        private void settle(Step step) {
            Step now = step;
            while (now.errand() != null) {
                Errand errand = now.errand();
                check(now.state(), errand);
                errands.add(errand);
                Result result = result(errand);
                results.add(result);
                proves(errand, result);
                now = Conversation.next(now.state(), result);
            }
            state = now.state();
        }

        private void check(State before, Errand errand) {
            switch (errand) {
                case Errand.SendCode _ -> {
                    assertTrue(before.calling(), () -> "seed " + seed + ": code to a told number");
                    assertEquals(0, count(Errand.SendCode.class), () -> "seed " + seed);
                }
                case Errand.CheckCode _ ->
                        assertTrue(!consumed, () -> "seed " + seed + ": a used code again");
                default -> {}
            }
        }

        private Result result(Errand errand) {
            if (random.nextInt(60) == 0) {
                return new Result.Away(Reason.WEBHOOK_ERROR);
            }
            return switch (errand) {
                case Errand.FindCaller _ -> new Result.Found(profile());
                case Errand.SendCode _, Errand.ResendCode _ ->
                        random.nextInt(6) == 0 ? new Result.NotSent() : new Result.Sent("REF");
                case Errand.CheckCode check -> verdict(check.code().equals(RIGHT_CODE));
                case Errand.CheckAnswer _ -> verdict(random.nextInt(3) > 0);
                case Errand.PickPerson _ ->
                        random.nextBoolean()
                                ? new Result.Checked(Verdict.RIGHT, person(1))
                                : Result.Checked.of(Verdict.WRONG);
                case Errand.CheckKey check -> verdict(check.key().equals(RIGHT_KEY));
                case Errand.AskApproval _ ->
                        random.nextInt(4) == 0
                                ? new Result.NotSent()
                                : new Result.Asked("PUSH", "42");
                case Errand.ReadApproval _ ->
                        Result.Checked.of(
                                List.of(
                                                Verdict.PENDING,
                                                Verdict.PENDING,
                                                Verdict.RIGHT,
                                                Verdict.WRONG,
                                                Verdict.EXPIRED)
                                        .get(random.nextInt(5)));
            };
        }

        private Result verdict(boolean right) {
            int chance = random.nextInt(20);
            if (chance == 0) {
                return Result.Checked.of(Verdict.LOCKED);
            }
            return chance == 1 ? Result.Checked.of(Verdict.EXPIRED) : Talk.verdict(right);
        }

        private Profile profile() {
            return random.nextInt(4) == 0 ? Talk.NOBODY : person(1 + random.nextInt(2));
        }

        private Profile person(int persons) {
            Set<SecurityQuestion> questions = EnumSet.noneOf(SecurityQuestion.class);
            for (SecurityQuestion question : SecurityQuestion.values()) {
                if (random.nextInt(6) > 0) {
                    questions.add(question);
                }
            }
            return new Profile(
                    persons,
                    random.nextInt(3),
                    random.nextInt(2),
                    persons == 1 ? "somebody" : null,
                    questions,
                    random.nextBoolean(),
                    random.nextBoolean());
        }

        private void proves(Errand errand, Result result) {
            if (!(result instanceof Result.Checked checked) || checked.verdict() != Verdict.RIGHT) {
                return;
            }
            switch (errand) {
                case Errand.CheckCode _ -> {
                    consumed = true;
                    firstFactor = true;
                }
                case Errand.CheckAnswer _, Errand.PickPerson _ -> {
                    rightAnswers++;
                    firstFactor |= rightAnswers >= 3;
                }
                case Errand.CheckKey _, Errand.ReadApproval _ -> secondFactor = true;
                default -> {}
            }
        }

        private void promises() {
            Integer level = state.earned().level();
            int earned = level == null ? -1 : level;
            assertTrue(earned < 1 || firstFactor, () -> "seed " + seed + ": level 1 unproven");
            assertTrue(
                    earned < 2 || (firstFactor && secondFactor),
                    () -> "seed " + seed + ": level 2 unproven");
            Ending ending = state.ending();
            if (ending != null && ending.isSuccess()) {
                assertTrue(earned >= state.required(), () -> "seed " + seed + ": too low");
            }
            atMost(wrong(Errand.CheckCode.class), parameters.codeRetries() + 1, "codes");
            atMost(count(Errand.ResendCode.class), parameters.notReceivedRetries(), "resends");
            atMost(
                    wrong(Errand.CheckAnswer.class) + wrong(Errand.PickPerson.class),
                    Math.max(1, parameters.wrongAnswers()),
                    "answers");
            atMost(wrong(Errand.CheckKey.class), parameters.keyRetries() + 1, "keys");
            atMost(refusals, parameters.denials() + 1, "refusals");
        }

        private void atMost(long is, long limit, String what) {
            assertTrue(is <= limit, () -> "seed %d: %d wrong %s".formatted(seed, is, what));
        }

        private long count(Class<? extends Errand> kind) {
            return errands.stream().filter(kind::isInstance).count();
        }

        private long wrong(Class<? extends Errand> kind) {
            long wrong = 0;
            for (int i = 0; i < errands.size(); i++) {
                boolean is =
                        kind.isInstance(errands.get(i))
                                && results.get(i) instanceof Result.Checked checked
                                && checked.verdict() == Verdict.WRONG;
                wrong += is ? 1 : 0;
            }
            return wrong;
        }

        /** Mostly answers to what was asked; else anything. */
        private Heard heard() {
            return random.nextInt(4) > 0 ? answer() : anything();
        }

        private Heard anything() {
            int kind = random.nextInt(SIGNS.size() + 3);
            if (kind < SIGNS.size()) {
                Sign sign = SIGNS.get(kind);
                // Else nearly all would end soon.
                Sign heard = sign == Sign.AGENT && random.nextInt(4) > 0 ? Sign.WAIT : sign;
                refusals += heard == Sign.REFUSAL ? 1 : 0;
                return heard == Sign.HANGUP && random.nextInt(4) > 0 ? Sign.NOTHING : heard;
            }
            return List.of(
                            new Heard.Digits("12"),
                            new Heard.Date(1995, null, null),
                            new Heard.Amount(BigDecimal.TEN))
                    .get(kind - SIGNS.size());
        }

        private Heard answer() {
            return switch (state.asked()) {
                case CUSTOMER, NUMBER_RIGHT, BIRTH_DATE_RIGHT, EXPIRY_RIGHT ->
                        random.nextInt(4) > 0 ? Sign.YES : Sign.NO;
                case COUNTRY ->
                        random.nextBoolean()
                                ? new Heard.Country("1")
                                : new Heard.Telephone("+16502530000");
                case NUMBER -> new Heard.Telephone(random.nextInt(4) > 0 ? "6502530000" : "650253");
                case CHANNEL -> new Heard.WayChosen(random.nextBoolean() ? Way.PHONE : Way.EMAIL);
                case CODE ->
                        random.nextInt(4) == 0
                                ? Sign.NOT_RECEIVED
                                : new Heard.Digits(random.nextBoolean() ? RIGHT_CODE : "000000");
                case BIRTH_DATE ->
                        new Heard.Date(
                                random.nextBoolean() ? 1995 : null,
                                random.nextInt(14),
                                random.nextInt(33));
                case BIRTH_MONTH -> new Heard.Date(null, random.nextInt(14), null);
                case BIRTH_DAY -> new Heard.Date(null, null, random.nextInt(33));
                case BIRTH_YEAR -> new Heard.Date(1900 + random.nextInt(200), null, null);
                case DEBIT_CARD -> new Heard.Digits(random.nextInt(4) > 0 ? "1234" : "12345");
                case EXPIRY -> new Heard.Expiry(2027, random.nextInt(14));
                case EXPIRY_MONTH -> new Heard.Expiry(null, random.nextInt(14));
                case EXPIRY_YEAR -> new Heard.Expiry(1990 + random.nextInt(40), null);
                case EXPIRY_CHANGE -> new Heard.PartChosen(PARTS.get(random.nextInt(PARTS.size())));
                case AMOUNT -> new Heard.Amount(new BigDecimal("500"));
                case PAYMENT_MODE -> new Heard.Mode("upi");
                case SECURITY_KEY ->
                        random.nextInt(4) == 0
                                ? Sign.APP
                                : new Heard.Digits(random.nextBoolean() ? RIGHT_KEY : "000000");
                case APPROVAL -> Sign.READY;
                case null -> Sign.NOTHING;
            };
        }
    }
}
