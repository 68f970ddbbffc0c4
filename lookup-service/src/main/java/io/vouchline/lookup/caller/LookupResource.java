package io.vouchline.lookup.caller;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.identity.Caller;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.lookup.AccountNumber;
import io.vouchline.contract.lookup.LookupApi;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.lookup.answer.AnswerChecks;
import io.vouchline.lookup.answer.AnswersOf;
import io.vouchline.lookup.audit.Purpose;
import io.vouchline.lookup.customer.Person;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The questions about callers. */
@RolesAllowed(Scope.CUSTOMERS_READ)
class LookupResource implements LookupApi {

    private final Callers callers;
    private final JsonWebToken token;
    private final InstantSource clock = InstantSource.system();

    LookupResource(Callers callers, JsonWebToken token) {
        this.callers = callers;
        this.token = token;
    }

    @Override
    public Uni<AccountSummary> accounts(ByNumber question) {
        return behind(question.number(), Purpose.ACCOUNT_SUMMARY).map(Summaries::accounts);
    }

    @Override
    public Uni<CreditCardSummary> creditCards(ByNumber question) {
        return behind(question.number(), Purpose.CREDIT_CARD_SUMMARY).map(Summaries::creditCards);
    }

    @Override
    public Uni<SecurityAnswers> answers(ByNumber question) {
        return behind(question.number(), Purpose.ANSWERS_REVEALED).map(AnswersOf::persons);
    }

    @Override
    public Uni<AnswerVerdict> checkAnswer(AnswerCheck question) {
        return behind(question.number(), Purpose.ANSWER_CHECK)
                .map(
                        persons ->
                                AnswerChecks.isCorrect(
                                        Person.meant(persons, question.subject()),
                                        question.question(),
                                        question.answer()))
                .map(AnswerVerdict::new);
    }

    @Override
    public Uni<RegisteredChannels> channels(ChannelQuery question) {
        Duration hold = Duration.ofSeconds(question.holdSeconds());
        return behind(question.number(), Purpose.CHANNELS)
                .map(persons -> Channels.of(persons, question.number(), hold, clock.instant()));
    }

    @Override
    public Uni<CallerProfile> caller(CallerQuestion question) {
        return behind(question.number(), Purpose.CALLER_PROFILE)
                .map(persons -> CallerProfiles.of(persons, question, clock.instant()));
    }

    @Override
    public Uni<CustomerMatch> customer(CustomerQuery question) {
        AccountNumber account = question.accountNumber();
        PhoneNumber number = question.number();
        if (account != null && number == null) {
            return callers.owning(Caller.of(token), Purpose.CUSTOMER_BY_ACCOUNT, account)
                    .map(persons -> Matches.byAccount(persons, account));
        }
        if (number != null && account == null) {
            return behind(number, Purpose.CUSTOMER_BY_NUMBER)
                    .map(persons -> Matches.byNumber(persons, number));
        }
        throw ProblemType.MALFORMED.exception("Give account_number or number, one of the two.");
    }

    private Uni<List<Person>> behind(PhoneNumber number, Purpose purpose) {
        return callers.behind(Caller.of(token), purpose, number);
    }
}
