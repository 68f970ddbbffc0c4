package io.vouchline.lookup.caller;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.identity.Caller;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.lookup.AccountNumber;
import io.vouchline.contract.lookup.LookupApi;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.lookup.account.AccountSummaries;
import io.vouchline.lookup.answer.AnswersOf;
import io.vouchline.lookup.card.CreditCardSummaries;
import io.vouchline.lookup.customer.Person;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The questions about callers. */
@RolesAllowed(Scope.CUSTOMERS_READ)
class LookupResource implements LookupApi {

    private final Callers callers;
    private final JsonWebToken token;

    LookupResource(Callers callers, JsonWebToken token) {
        this.callers = callers;
        this.token = token;
    }

    @Override
    public Uni<AccountSummary> accounts(ByNumber question) {
        return behind(question)
                .map(
                        persons ->
                                AccountSummaries.of(
                                        persons.stream()
                                                .flatMap(person -> person.accounts().stream())
                                                .toList(),
                                        Callers.email(persons)));
    }

    @Override
    public Uni<CreditCardSummary> creditCards(ByNumber question) {
        return behind(question)
                .map(
                        persons ->
                                CreditCardSummaries.of(
                                        persons.stream()
                                                .flatMap(p -> p.profile().creditCards().stream())
                                                .toList(),
                                        Callers.email(persons)));
    }

    @Override
    public Uni<SecurityAnswers> answers(ByNumber question) {
        return behind(question).map(AnswersOf::persons);
    }

    @Override
    public Uni<RegisteredChannels> channels(ByNumber question) {
        return behind(question).map(persons -> Callers.channels(persons, question.number()));
    }

    @Override
    public Uni<CustomerMatch> customer(CustomerQuery question) {
        AccountNumber account = question.accountNumber();
        PhoneNumber number = question.number();
        if (account != null && number == null) {
            return callers.match(tenant(), account);
        }
        if (number != null && account == null) {
            return callers.match(tenant(), number);
        }
        throw ProblemType.MALFORMED.exception("Give account_number or number, one of the two.");
    }

    private Uni<List<Person>> behind(ByNumber question) {
        return callers.behind(tenant(), question.number());
    }

    private String tenant() {
        return Caller.of(token).tenant();
    }
}
