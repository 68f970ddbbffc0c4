package io.vouchline.gateway.conversation;

import static io.vouchline.gateway.conversation.Talk.ACCOUNT_LEVEL_1;
import static io.vouchline.gateway.conversation.Talk.ANI;
import static io.vouchline.gateway.conversation.Talk.CUSTOMER;
import static io.vouchline.gateway.conversation.Talk.NOBODY;
import static io.vouchline.gateway.conversation.Talk.OTHER;
import static io.vouchline.gateway.conversation.Talk.but;
import static io.vouchline.gateway.conversation.Talk.parameters;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.vouchline.contract.lookup.LookupApi.SecurityQuestion;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.gateway.conversation.Heard.Amount;
import io.vouchline.gateway.conversation.Heard.Sign;
import io.vouchline.gateway.conversation.Heard.Telephone;
import io.vouchline.gateway.conversation.Heard.WayChosen;
import io.vouchline.gateway.conversation.Result.Verdict;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConversationTest {

    private static final Profile SHARED =
            new Profile(2, 3, 0, null, EnumSet.allOf(SecurityQuestion.class), true, true);
    private static final Amount FIVE_HUNDRED = new Amount(new BigDecimal("500"));

    private static Talk calling() {
        return Talk.calling(ACCOUNT_LEVEL_1, Talk::friendly);
    }

    private static Talk calling(Profile profile) {
        return Talk.calling(
                ACCOUNT_LEVEL_1, but(Errand.FindCaller.class, _ -> new Result.Found(profile)));
    }

    /** A caller who was asked for the code. */
    private static Talk sent(Function<Errand, Result> bank) {
        return Talk.calling(ACCOUNT_LEVEL_1, bank).hears(new WayChosen(Way.PHONE));
    }

    /** A caller who is asked the questions. */
    private static Talk questioned(Parameters parameters, Profile profile) {
        Profile mute =
                new Profile(
                        profile.persons(),
                        profile.accounts(),
                        profile.creditCards(),
                        profile.subject(),
                        profile.questions(),
                        false,
                        false);
        return Talk.calling(parameters, but(Errand.FindCaller.class, _ -> new Result.Found(mute)));
    }

    private static Profile holding(int accounts, int cards) {
        return new Profile(
                1, accounts, cards, "somebody", EnumSet.allOf(SecurityQuestion.class), true, true);
    }

    @Nested
    class TheDocumentsSamples {

        @Test
        void aCodeReachesLevel1() {
            calling()
                    .says(Prompt.CODE_NEEDED, Prompt.CHANNEL)
                    .hears(new WayChosen(Way.PHONE))
                    .says(Prompt.CODE_SENT_PHONE, Prompt.CODE)
                    .hears("123457")
                    .says(Prompt.DONE)
                    .isDone(1);
        }

        @Test
        void threeAnswersReachLevel1() {
            Talk.withheld(ACCOUNT_LEVEL_1, Talk::friendly)
                    .says(Prompt.CUSTOMER)
                    .hears(Sign.YES)
                    .says(Prompt.NUMBER_NEEDED, Prompt.COUNTRY)
                    .hears(new Telephone("+16502530000"))
                    .says(Prompt.NUMBER_RIGHT)
                    .hears(Sign.YES)
                    .says(Prompt.NUMBER_DONE, Prompt.ANSWERS_NEEDED, Prompt.BIRTH_DATE)
                    .hears(new Heard.Date(1995, 2, 3))
                    .says(Prompt.BIRTH_DATE_RIGHT)
                    .hears(Sign.YES)
                    .says(Prompt.BIRTH_DATE_DONE, Prompt.DEBIT_CARD)
                    .hears("1234")
                    .says(Prompt.AMOUNT)
                    .hears(FIVE_HUNDRED)
                    .says(Prompt.DONE)
                    .isDone(1);
        }

        @Test
        void aSecurityKeyStepsUpToLevel2() {
            Earned earlier = new Earned(1, List.of("otp"), "somebody");
            Talk.of(Talk.beginning(parameters(2, true, false), ANI, null, earlier), Talk::friendly)
                    .says(Prompt.SECURITY_KEY, Prompt.SECURITY_KEY_HOW, Prompt.SECURITY_KEY_OR_APP)
                    .hears("232425")
                    .says(Prompt.DONE)
                    .isDone(2);
        }

        @Test
        void theSecondRefusalEndsIt() {
            calling()
                    .hears(Sign.REFUSAL)
                    .says(Prompt.ANSWERS_NEEDED, Prompt.BIRTH_DATE)
                    .hearsBirthDate()
                    .hears("1234")
                    .says(Prompt.AMOUNT)
                    .hears(Sign.REFUSAL)
                    .says(Prompt.FAILED)
                    .hasFailed(Reason.DENIAL_OF_INFORMATION, 0);
        }
    }

    @Nested
    class WhoGetsACode {

        @Test
        void oneWayIsNotAskedFor() {
            calling(new Profile(1, 1, 0, "x", Set.of(), false, true))
                    .says(Prompt.CODE_NEEDED, Prompt.CODE_SENT_EMAIL, Prompt.CODE)
                    .asks(Question.CODE);
        }

        @Test
        void withoutAWayTheQuestionsCome() {
            questioned(ACCOUNT_LEVEL_1, CUSTOMER)
                    .says(Prompt.ANSWERS_NEEDED, Prompt.BIRTH_DATE)
                    .asks(Question.BIRTH_DATE);
        }

        @Test
        void aNumberThatWasToldGetsNone() {
            Talk talk =
                    Talk.withheld(ACCOUNT_LEVEL_1, Talk::friendly)
                            .hears(Sign.YES)
                            .hears(new Telephone("+16502530000"))
                            .hears(Sign.YES)
                            .asks(Question.BIRTH_DATE);
            assertEquals(0, talk.errands(Errand.SendCode.class));
        }

        @Test
        void aNumberThatIsNotTheCallingOneGetsNone() {
            Talk talk =
                    Talk.of(
                                    Talk.beginning(ACCOUNT_LEVEL_1, OTHER, ANI, Earned.NOTHING),
                                    Talk::friendly)
                            .asks(Question.BIRTH_DATE);
            assertEquals(0, talk.errands(Errand.SendCode.class));
        }

        @Test
        void aNumberThatTheTrustedPlatformMatchedGetsOne() {
            Beginning matched =
                    new Beginning(
                            ACCOUNT_LEVEL_1,
                            "US",
                            false,
                            null,
                            ANI,
                            true,
                            Earned.NOTHING,
                            null,
                            Talk.TODAY);
            Talk.of(matched, Talk::friendly).asks(Question.CHANNEL);
        }

        @Test
        void whereTheOnlyWayIsClosedNoCodeIsAnnounced() {
            Profile phone =
                    new Profile(1, 1, 0, "x", EnumSet.allOf(SecurityQuestion.class), true, false);
            Talk.calling(
                            ACCOUNT_LEVEL_1,
                            errand ->
                                    switch (errand) {
                                        case Errand.FindCaller _ -> new Result.Found(phone);
                                        case Errand.SendCode _ -> new Result.NotSent();
                                        default -> Talk.friendly(errand);
                                    })
                    .says(Prompt.ANSWERS_NEEDED, Prompt.BIRTH_DATE);
        }

        @Test
        void whatIsNotSentLeadsToTheQuestions() {
            sent(but(Errand.SendCode.class, _ -> new Result.NotSent())).asks(Question.BIRTH_DATE);
        }
    }

    @Nested
    class Codes {

        @Test
        void wrongTwiceThenRightIsRight() {
            sent(Talk::friendly)
                    .hears("000000")
                    .says(Prompt.CODE_WRONG, Prompt.CODE_AGAIN)
                    .hears("000001")
                    .hears("123457")
                    .isDone(1);
        }

        @Test
        void nRetriesAreOneAskingMore() {
            Talk talk = sent(Talk::friendly);
            for (int i = 0; i < 3; i++) {
                talk.hears("00000" + i).asks(Question.CODE);
            }
            talk.hears("000009").says(Prompt.ANSWERS_NEEDED, Prompt.BIRTH_DATE);
            assertEquals(4, talk.errands(Errand.CheckCode.class));
        }

        @ParameterizedTest
        @EnumSource(names = {"EXPIRED", "LOCKED"})
        void anEndedCodeLeadsToTheQuestions(Verdict verdict) {
            sent(but(Errand.CheckCode.class, _ -> Result.Checked.of(verdict)))
                    .hears("123457")
                    .asks(Question.BIRTH_DATE);
        }

        @Test
        void aCodeThatDidNotComeIsSentOnceMore() {
            Talk talk =
                    sent(Talk::friendly)
                            .hears(Sign.NOT_RECEIVED)
                            .says(Prompt.CODE_SENT_PHONE, Prompt.CODE)
                            .hears(Sign.NOT_RECEIVED)
                            .asks(Question.BIRTH_DATE);
            assertEquals(1, talk.errands(Errand.ResendCode.class));
        }

        @Test
        void digitsOfAnotherLengthAreNoCode() {
            Talk talk =
                    sent(Talk::friendly)
                            .hears("12345")
                            .says(Prompt.DIGITS_INVALID, Prompt.CODE_AGAIN)
                            .asks(Question.CODE);
            assertEquals(0, talk.errands(Errand.CheckCode.class));
            for (int i = 0; i < 3; i++) {
                talk.hears("1234567");
            }
            talk.asks(Question.BIRTH_DATE);
        }

        @Test
        void refusingTheCodeItselfLeadsToTheQuestions() {
            sent(Talk::friendly).hears(Sign.REFUSAL).asks(Question.BIRTH_DATE);
        }
    }

    @Nested
    class Questions {

        @Test
        void aWrongAnswerIsNotAskedAgain() {
            questioned(ACCOUNT_LEVEL_1, CUSTOMER)
                    .hearsBirthDate()
                    .hears("9999")
                    .says(Prompt.AMOUNT)
                    .hears(FIVE_HUNDRED)
                    .says(Prompt.PAYMENT_MODE)
                    .hears(new Heard.Mode("upi"))
                    .isDone(1);
        }

        @Test
        void twoWrongAnswersFail() {
            questioned(ACCOUNT_LEVEL_1, CUSTOMER)
                    .hearsBirthDate()
                    .hears("9999")
                    .hears(new Amount(BigDecimal.ONE))
                    .hasFailed(Reason.MAX_NO_MATCH, 0);
        }

        @Test
        void aQuestionWithoutStoredAnswerIsSkipped() {
            Profile held =
                    new Profile(
                            1,
                            1,
                            0,
                            "x",
                            Set.of(
                                    SecurityQuestion.DOB,
                                    SecurityQuestion.TRANSACTION_AMOUNT,
                                    SecurityQuestion.PAYMENT_MODE),
                            false,
                            false);
            questioned(ACCOUNT_LEVEL_1, held).hearsBirthDate().asks(Question.AMOUNT);
        }

        @Test
        void fewerThanThreeLeftFail() {
            Profile held =
                    new Profile(
                            1,
                            1,
                            0,
                            "x",
                            Set.of(SecurityQuestion.DOB, SecurityQuestion.PAYMENT_MODE),
                            false,
                            false);
            questioned(ACCOUNT_LEVEL_1, held).says(Prompt.FAILED).hasFailed(Reason.MAX_NO_MATCH, 0);
        }

        @Test
        void aLockedNumberEndsThem() {
            Talk.calling(
                            ACCOUNT_LEVEL_1,
                            errand ->
                                    errand instanceof Errand.CheckAnswer
                                            ? Result.Checked.of(Verdict.LOCKED)
                                            : but(Errand.SendCode.class, _ -> new Result.NotSent())
                                                    .apply(errand))
                    .hears(new WayChosen(Way.EMAIL))
                    .hearsBirthDate()
                    .hasFailed(Reason.MAX_NO_MATCH, 0);
        }

        @Test
        void cardHoldersAreAskedForTheExpiry() {
            questioned(parameters(1, false, true), holding(0, 1))
                    .hearsBirthDate()
                    .asks(Question.EXPIRY)
                    .hears(new Heard.Expiry(2027, 1))
                    .says(Prompt.EXPIRY_RIGHT)
                    .hears(Sign.YES)
                    .says(Prompt.EXPIRY_DONE, Prompt.AMOUNT);
        }

        @Test
        void unusableCardDigitsAreCountedByThemselves() {
            questioned(ACCOUNT_LEVEL_1, CUSTOMER)
                    .hearsBirthDate()
                    .hears("123")
                    .says(Prompt.DIGITS_INVALID, Prompt.DEBIT_CARD)
                    .hears("12345")
                    .hears("12")
                    .hasFailed(Reason.MAX_NO_MATCH);
        }

        @Test
        void whatIsNoAnswerCountsAsOneThatCannotBe() {
            questioned(new Parameters(1, true, false, 1, 0, 0, 3, 1, 3, 1, 2, 6, 6), CUSTOMER)
                    .hearsBirthDate()
                    .hears("1234")
                    .asks(Question.AMOUNT)
                    .hears(Sign.NOTHING)
                    .hasFailed(Reason.MAX_NO_MATCH);
        }

        @Test
        void ofSeveralPersonsTheBirthDatePicksOne() {
            Profile several =
                    new Profile(2, 3, 0, null, EnumSet.allOf(SecurityQuestion.class), false, false);
            Talk talk =
                    questioned(ACCOUNT_LEVEL_1, several).hearsBirthDate().asks(Question.DEBIT_CARD);
            assertEquals(1, talk.errands(Errand.PickPerson.class));
            assertEquals("somebody", talk.state().known().subject());
        }

        @Test
        void ofSeveralPersonsNobodyIsPickedByAWrongDate() {
            Profile several =
                    new Profile(2, 3, 0, null, EnumSet.allOf(SecurityQuestion.class), false, false);
            Talk.calling(
                            ACCOUNT_LEVEL_1,
                            errand ->
                                    switch (errand) {
                                        case Errand.FindCaller _ -> new Result.Found(several);
                                        case Errand.PickPerson _ ->
                                                Result.Checked.of(Verdict.WRONG);
                                        default -> Talk.friendly(errand);
                                    })
                    .hearsBirthDate()
                    .hasFailed(Reason.MAX_NO_MATCH);
        }
    }

    @Nested
    class BirthDates {

        @Test
        void areTakenPieceByPiece() {
            questioned(ACCOUNT_LEVEL_1, CUSTOMER)
                    .hears(new Heard.Date(null, 2, null))
                    .asks(Question.BIRTH_DAY)
                    .hears(new Heard.Date(null, null, 3))
                    .asks(Question.BIRTH_YEAR)
                    .hears(new Heard.Date(1995, null, null))
                    .asks(Question.BIRTH_DATE_RIGHT);
        }

        @ParameterizedTest
        @CsvSource({"1995,2,30", "1995,4,31", "1995,13,1", "1995,1,32", "1900,2,29", "0,1,1"})
        void thatThereAreNotBeginAgain(int year, int month, int day) {
            questioned(ACCOUNT_LEVEL_1, CUSTOMER)
                    .hears(new Heard.Date(year, month, day))
                    .says(Prompt.BIRTH_DATE_INVALID, Prompt.BIRTH_DATE)
                    .asks(Question.BIRTH_DATE);
        }

        @Test
        void toComeAreFoundOutOnceTheyAreConfirmed() {
            Talk talk =
                    questioned(ACCOUNT_LEVEL_1, CUSTOMER)
                            .hears(new Heard.Date(2026, 11, 23))
                            .asks(Question.BIRTH_DATE_RIGHT)
                            .hears(Sign.YES)
                            .says(Prompt.BIRTH_DATE_FUTURE, Prompt.BIRTH_DATE);
            assertEquals(0, talk.errands(Errand.CheckAnswer.class));
        }

        @Test
        void areUnusableSoOftenOnly() {
            Talk talk = questioned(ACCOUNT_LEVEL_1, CUSTOMER);
            for (int i = 0; i < 3; i++) {
                talk.hears(new Heard.Date(1995, 2, 30)).asks(Question.BIRTH_DATE);
            }
            talk.hears(new Heard.Date(1995, 2, 30)).hasFailed(Reason.MAX_NO_MATCH);
        }

        @Test
        void thatWereMisheardAreAskedForAgain() {
            questioned(ACCOUNT_LEVEL_1, CUSTOMER)
                    .hears(new Heard.Date(1995, 2, 13))
                    .hears(Sign.NO)
                    .says(Prompt.BIRTH_DATE)
                    .asks(Question.BIRTH_DATE);
        }
    }

    @Nested
    class CardExpiries {

        private Talk asked() {
            return questioned(parameters(1, false, true), holding(0, 1)).hearsBirthDate();
        }

        @Test
        void inAMonthThatThereIsNotAreAskedForPieceByPiece() {
            asked().hears(new Heard.Expiry(2027, 13))
                    .says(Prompt.EXPIRY_INVALID, Prompt.EXPIRY_MONTH)
                    .hears(new Heard.Expiry(null, 1))
                    .asks(Question.EXPIRY_YEAR)
                    .hears(new Heard.Expiry(2027, null))
                    .asks(Question.EXPIRY_RIGHT);
        }

        @Test
        void canBeChangedInPart() {
            asked().hears(new Heard.Expiry(2027, 2))
                    .hears(Sign.NO)
                    .asks(Question.EXPIRY_CHANGE)
                    .hears(new Heard.PartChosen(Heard.Part.MONTH))
                    .asks(Question.EXPIRY_MONTH)
                    .hears(new Heard.Expiry(null, 1))
                    .asks(Question.EXPIRY_RIGHT)
                    .hears(Sign.YES)
                    .asks(Question.AMOUNT);
        }
    }

    @Nested
    class Numbers {

        private Talk asked() {
            return Talk.withheld(ACCOUNT_LEVEL_1, Talk::friendly).hears(Sign.YES);
        }

        @Test
        void mayComeAfterTheirCountry() {
            asked().hears(new Heard.Country("1"))
                    .asks(Question.NUMBER)
                    .hears(new Telephone("6502530000"))
                    .asks(Question.NUMBER_RIGHT);
        }

        @Test
        void keepTheirCountryWhenTheyCannotBe() {
            asked().hears(new Heard.Country("1"))
                    .hears(new Telephone("6502530001234"))
                    .says(Prompt.NUMBER_INVALID, Prompt.NUMBER)
                    .asks(Question.NUMBER)
                    .hears(new Telephone("1234567"))
                    .hears(new Telephone("12"))
                    .hasFailed(Reason.MAX_NO_MATCH, null);
        }

        @Test
        void withAnImpossibleCountryBeginAgain() {
            asked().hears(new Telephone("+0080000000000"))
                    .says(Prompt.NUMBER_INVALID, Prompt.COUNTRY)
                    .asks(Question.COUNTRY);
        }

        @Test
        void ofMoreThan16DigitsAreRefused() {
            asked().hears(new Telephone("65025300001234567"))
                    .says(Prompt.NUMBER_INVALID, Prompt.COUNTRY);
        }

        @Test
        void withoutCustomerAreAskedForAsOftenAsTheParameterSays() {
            Talk.withheld(
                            ACCOUNT_LEVEL_1,
                            but(Errand.FindCaller.class, _ -> new Result.Found(NOBODY)))
                    .hears(Sign.YES)
                    .hears(new Telephone("+16502530000"))
                    .hears(Sign.YES)
                    .says(Prompt.NUMBER_DONE, Prompt.NUMBER_UNKNOWN, Prompt.COUNTRY)
                    .hears(new Telephone("+16502530123"))
                    .hears(Sign.YES)
                    .hasFailed(Reason.MAX_NO_MATCH, null);
        }

        @Test
        void fromACallerWhoIsNoCustomerAreNotAskedFor() {
            Talk.withheld(ACCOUNT_LEVEL_1, Talk::friendly)
                    .hears(Sign.NO)
                    .hasFailed(Reason.MAX_NO_MATCH, null);
        }

        @Test
        void thatAreToldTakeNoLevelOfAnotherNumberAlong() {
            Function<Errand, Result> bank =
                    but(
                            Errand.FindCaller.class,
                            find ->
                                    new Result.Found(
                                            find.number().equals(ANI) ? NOBODY : CUSTOMER));
            Earned earlier = new Earned(1, List.of("otp"), "somebody");
            Talk.of(Talk.beginning(parameters(2, true, false), ANI, null, earlier), bank)
                    .hears(Sign.YES)
                    .hears(new Telephone("+16502530123"))
                    .hears(Sign.YES)
                    .asks(Question.BIRTH_DATE);
        }

        @Test
        void fromAbroadAreReadWithTheirCountry() {
            Talk talk = asked().hears(new Heard.Country("46")).hears(new Telephone("0701234567"));
            assertEquals(PhoneNumber.ofE164("+46701234567"), talk.hears(Sign.YES).state().number());
        }
    }

    @Nested
    class Flags {

        @ParameterizedTest
        @CsvSource({
            "true,  false, 1, 0, DEBIT_CARD",
            "true,  true,  1, 1, DEBIT_CARD",
            "true,  true,  0, 1, EXPIRY",
            "false, true,  0, 1, EXPIRY",
            "false, true,  1, 1, EXPIRY"
        })
        void decideWhichQuestionComesSecond(
                boolean account, boolean card, int accounts, int cards, Question second) {
            questioned(parameters(1, account, card), holding(accounts, cards))
                    .hearsBirthDate()
                    .asks(second);
        }

        @ParameterizedTest
        @CsvSource({
            "true,  false, 0, 1",
            "false, true,  1, 0",
            "true,  true,  0, 0",
            "false, false, 0, 0"
        })
        void withNothingOfTheirKindHeldFail(
                boolean account, boolean card, int accounts, int cards) {
            questioned(parameters(1, account, card), holding(accounts, cards))
                    .hasFailed(Reason.MAX_NO_MATCH, null);
        }

        @ParameterizedTest
        @CsvSource({"0, 1, 0", "1, 0, 1", "2, 1, 1"})
        void bothOffReachLevel0AtMost(int level, int accounts, int cards) {
            questioned(parameters(level, false, false), holding(accounts, cards)).isDone(0);
        }
    }

    @Nested
    class LevelsEarnedEarlier {

        @Test
        void endItAtOnceIfTheyAreHighEnough() {
            Talk talk =
                    Talk.of(
                            Talk.beginning(
                                    ACCOUNT_LEVEL_1,
                                    ANI,
                                    null,
                                    new Earned(1, List.of("otp"), "somebody")),
                            Talk::friendly);
            talk.says(Prompt.DONE).isDone(1);
        }

        @Test
        void countForTheKindOfHolderThatTheyAreAskedFor() {
            Earned earlier = new Earned(1, List.of("otp"), "somebody");
            Talk.of(Talk.beginning(parameters(1, false, true), ANI, null, earlier), Talk::friendly)
                    .says(Prompt.FAILED)
                    .hasFailed(Reason.MAX_NO_MATCH);
        }

        @Test
        void endWithTheNumbersOwner() {
            Earned earlier = new Earned(1, List.of("otp"), "somebody who had the number before");
            Talk.of(Talk.beginning(ACCOUNT_LEVEL_1, ANI, null, earlier), Talk::friendly)
                    .asks(Question.CHANNEL);
        }

        @Test
        void tellWhichOfSeveralPersonsItIs() {
            Earned earlier = new Earned(1, List.of("kba"), "somebody");
            Talk talk =
                    Talk.of(
                                    Talk.beginning(parameters(2, true, false), ANI, null, earlier),
                                    but(Errand.FindCaller.class, _ -> new Result.Found(SHARED)))
                            .asks(Question.SECURITY_KEY);
            assertEquals("somebody", talk.state().known().subject());
        }

        @Test
        void level0NeedsNoTurn() {
            Talk.calling(parameters(0, true, false), Talk::friendly).says(Prompt.DONE).isDone(0);
        }
    }

    @Nested
    class SharedNumbers {

        @Test
        void areOnePersonsBeforeAKeyIsAskedFor() {
            Talk talk =
                    Talk.calling(
                                    parameters(2, true, false),
                                    but(Errand.FindCaller.class, _ -> new Result.Found(SHARED)))
                            .hears(new WayChosen(Way.PHONE))
                            .hears("123457")
                            .says(Prompt.ANSWERS_NEEDED, Prompt.BIRTH_DATE)
                            .hearsBirthDate()
                            .says(
                                    Prompt.BIRTH_DATE_DONE,
                                    Prompt.SECURITY_KEY,
                                    Prompt.SECURITY_KEY_HOW);
            // Whoever shares the number may know the birth date: only the key is this person's own.
            assertNull(talk.state().earned().subject());
            talk.hears("232425").isDone(2);
            assertEquals("somebody", talk.state().earned().subject());
        }

        @Test
        void areNotAskedForAnApprovalWhichAnybodyBehindThemCouldGive() {
            Talk talk =
                    Talk.calling(
                                    parameters(2, true, false),
                                    but(Errand.FindCaller.class, _ -> new Result.Found(SHARED)))
                            .hears(new WayChosen(Way.PHONE))
                            .hears("123457")
                            .hearsBirthDate()
                            .hears(Sign.APP)
                            .asks(Question.SECURITY_KEY);
            assertEquals(0, talk.errands(Errand.AskApproval.class));
        }
    }

    @Nested
    class AfterAFailureOfOurs {

        @Test
        void refusalsStillCount() {
            Talk broken =
                    Talk.calling(
                                    ACCOUNT_LEVEL_1,
                                    but(
                                            Errand.CheckAnswer.class,
                                            _ -> new Result.Away(Reason.WEBHOOK_ERROR)))
                            .hears(Sign.REFUSAL)
                            .hearsBirthDate();
            broken.hasFailed(Reason.WEBHOOK_ERROR);
            Beginning again =
                    new Beginning(
                            ACCOUNT_LEVEL_1,
                            "US",
                            true,
                            ANI,
                            null,
                            false,
                            Earned.NOTHING,
                            broken.state(),
                            Talk.TODAY);
            Talk.of(again, Talk::friendly)
                    .hears(Sign.REFUSAL)
                    .hasFailed(Reason.DENIAL_OF_INFORMATION);
        }
    }

    @Nested
    class Keys {

        private Talk asked(Function<Errand, Result> bank) {
            return Talk.calling(parameters(2, true, false), bank)
                    .hears(new WayChosen(Way.PHONE))
                    .hears("123457")
                    .asks(Question.SECURITY_KEY);
        }

        @Test
        void wrongOnesAreCounted() {
            Talk talk = asked(Talk::friendly);
            for (int i = 0; i < 3; i++) {
                talk.hears("00000" + i).says(Prompt.KEY_WRONG, Prompt.KEY_AGAIN);
            }
            talk.hears("000009").hasFailed(Reason.MAX_NO_MATCH, 1);
        }

        @Test
        void ofALockedNumberEndIt() {
            asked(but(Errand.CheckKey.class, _ -> Result.Checked.of(Verdict.LOCKED)))
                    .hears("232425")
                    .hasFailed(Reason.MAX_NO_MATCH, 1);
        }

        @Test
        void refusedOnceAreAskedForAgain() {
            asked(Talk::friendly)
                    .hears(Sign.REFUSAL)
                    .says(
                            Prompt.DENIED,
                            Prompt.SECURITY_KEY,
                            Prompt.SECURITY_KEY_HOW,
                            Prompt.SECURITY_KEY_OR_APP)
                    .hears(Sign.REFUSAL)
                    .hasFailed(Reason.DENIAL_OF_INFORMATION, 1);
        }

        @Test
        void canBeAnApprovalInTheApp() {
            List<Verdict> verdicts = List.of(Verdict.PENDING, Verdict.PENDING, Verdict.RIGHT);
            int[] looks = {0};
            asked(but(Errand.ReadApproval.class, _ -> Result.Checked.of(verdicts.get(looks[0]++))))
                    .hears(Sign.APP)
                    .says(Prompt.APPROVAL)
                    .hears(Sign.READY)
                    .says(Prompt.APPROVAL_PENDING, Prompt.APPROVAL)
                    .hears(Sign.SILENCE)
                    .hears(Sign.READY)
                    .isDone(2);
        }

        @Test
        void thatWereNotApprovedAreWrong() {
            Talk talk =
                    asked(but(Errand.ReadApproval.class, _ -> Result.Checked.of(Verdict.WRONG)));
            for (int i = 0; i < 3; i++) {
                talk.hears(Sign.APP)
                        .hears(Sign.READY)
                        .says(Prompt.APPROVAL_FAILED, Prompt.KEY_AGAIN);
            }
            talk.hears(Sign.APP).hears(Sign.READY).hasFailed(Reason.MAX_NO_MATCH, 1);
        }
    }

    @Nested
    class Manners {

        @Test
        void theThirdSilenceInARowEndsIt() {
            calling()
                    .hears(Sign.SILENCE)
                    .says(Prompt.SILENCE_FIRST, Prompt.CODE_NEEDED, Prompt.CHANNEL)
                    .hears(Sign.SILENCE)
                    .says(Prompt.SILENCE_SECOND, Prompt.CODE_NEEDED, Prompt.CHANNEL)
                    .hears(Sign.SILENCE)
                    .says(Prompt.FAILED)
                    .hasFailed(Reason.MAX_NO_INPUT, 0);
        }

        @Test
        void theThirdNoMatchInARowEndsIt() {
            calling()
                    .hears(Sign.NOTHING)
                    .hears(new Heard.Mode("upi"))
                    .says(Prompt.NO_MATCH_SECOND, Prompt.CODE_NEEDED, Prompt.CHANNEL)
                    .hears(Sign.NOTHING)
                    .hasFailed(Reason.MAX_NO_MATCH, 0);
        }

        @Test
        void whatIsUnderstoodBeginsTheCountAgain() {
            calling()
                    .hears(Sign.SILENCE)
                    .hears(Sign.SILENCE)
                    .hears(new WayChosen(Way.PHONE))
                    .hears(Sign.SILENCE)
                    .says(Prompt.SILENCE_FIRST, Prompt.CODE_SENT_PHONE, Prompt.CODE)
                    .asks(Question.CODE);
        }

        @Test
        void aPersonCanBeAskedForAtAnyTime() {
            calling().hears(Sign.AGENT).says(Prompt.TRANSFER).hasFailed(Reason.AGENT, 0);
            sent(Talk::friendly).hears(Sign.AGENT).hasFailed(Reason.AGENT, 0);
        }

        @Test
        void whoHangsUpIsToldNothing() {
            calling().hears(Sign.HANGUP).says().hasFailed(Reason.MAX_NO_MATCH, 0);
        }

        @Test
        void theQuestionIsSaidAgainTwice() {
            calling()
                    .hears(Sign.REPEAT)
                    .says(Prompt.CODE_NEEDED, Prompt.CHANNEL)
                    .hears(Sign.REPEAT)
                    .hears(Sign.REPEAT)
                    .hasFailed(Reason.MAX_NO_MATCH, 0);
        }

        @Test
        void whoWaitsHearsTheQuestionAgainOnceReady() {
            calling()
                    .hears(Sign.WAIT)
                    .says(Prompt.WAITING)
                    .hears(Sign.READY)
                    .says(Prompt.CODE_NEEDED, Prompt.CHANNEL)
                    .asks(Question.CHANNEL);
        }

        @Test
        void nothingChangesWhatHasEnded() {
            Talk talk = calling().hears(Sign.AGENT);
            State ended = talk.state();
            assertEquals(ended, talk.hears("123457").state());
        }

        @ParameterizedTest
        @EnumSource(
                value = Reason.class,
                names = {"WEBHOOK_ERROR", "WEBHOOK_NOT_FOUND"})
        void aServiceThatIsAwayEndsIt(Reason reason) {
            sent(but(Errand.CheckCode.class, _ -> new Result.Away(reason)))
                    .hears("123457")
                    .says(Prompt.FAILED)
                    .hasFailed(reason, 0);
        }
    }
}
