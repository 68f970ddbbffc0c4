package io.vouchline.gateway.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.lookup.AccountNumber;
import io.vouchline.contract.lookup.LookupApi.AccountSummary;
import io.vouchline.contract.lookup.LookupApi.AnswerCheck;
import io.vouchline.contract.lookup.LookupApi.AnswerVerdict;
import io.vouchline.contract.lookup.LookupApi.ByNumber;
import io.vouchline.contract.lookup.LookupApi.CallerProfile;
import io.vouchline.contract.lookup.LookupApi.CallerQuestion;
import io.vouchline.contract.lookup.LookupApi.ChannelQuery;
import io.vouchline.contract.lookup.LookupApi.CreditCardSummary;
import io.vouchline.contract.lookup.LookupApi.CustomerMatch;
import io.vouchline.contract.lookup.LookupApi.CustomerQuery;
import io.vouchline.contract.lookup.LookupApi.RegisteredChannels;
import io.vouchline.contract.lookup.LookupApi.SecurityAnswers;
import io.vouchline.contract.lookup.LookupApi.SecurityQuestion;
import io.vouchline.contract.number.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Who is this caller? Down: 503, since "unknown" would be a wrong answer. */
@ApplicationScoped
public class Lookup {

    private final LookupClient client;
    private final Upstream upstream;

    Lookup(@RestClient LookupClient client, UpstreamConfig config) {
        this.client = client;
        this.upstream = new Upstream("lookup-service", config.lookup());
    }

    /** The accounts behind a number. */
    public Uni<AccountSummary> accounts(PhoneNumber number) {
        return upstream.call(() -> client.accounts(new ByNumber(number)));
    }

    /** The credit cards behind a number. */
    public Uni<CreditCardSummary> creditCards(PhoneNumber number) {
        return upstream.call(() -> client.creditCards(new ByNumber(number)));
    }

    /** The security answers of the one person behind a number. */
    public Uni<SecurityAnswers> answers(PhoneNumber number) {
        return upstream.call(() -> client.answers(new ByNumber(number)));
    }

    /**
     * Whether this is the right answer. Safe to repeat: lookup-service counts nothing.
     *
     * @param subject whose answer it is to be, of the persons behind the number; null for the one
     *     person behind it
     */
    public Uni<Boolean> checkAnswer(
            PhoneNumber number,
            @Nullable String subject,
            SecurityQuestion question,
            JsonNode answer) {
        AnswerCheck check = new AnswerCheck(number, subject, question, answer);
        return upstream.call(() -> client.checkAnswer(check)).map(AnswerVerdict::correct);
    }

    /**
     * Who is behind a number, without anything that they are asked for. Safe to repeat:
     * lookup-service counts nothing.
     *
     * @param hold as in {@link #channels}
     * @param birthDate which of several persons is meant; null for all of them
     */
    public Uni<CallerProfile> caller(
            PhoneNumber number, Duration hold, @Nullable LocalDate birthDate) {
        CallerQuestion question =
                new CallerQuestion(number, Math.toIntExact(hold.toSeconds()), birthDate);
        return upstream.call(() -> client.caller(question));
    }

    /**
     * The channels over which a code may go.
     *
     * @param hold how long none goes to a phone or mailbox after it was changed; 0 to 30 days
     */
    public Uni<RegisteredChannels> channels(PhoneNumber number, Duration hold) {
        ChannelQuery query = new ChannelQuery(number, Math.toIntExact(hold.toSeconds()));
        return upstream.call(() -> client.channels(query));
    }

    /** The customer behind an account. */
    public Uni<CustomerMatch> customer(AccountNumber account) {
        return upstream.call(() -> client.customer(new CustomerQuery(account, null)));
    }

    /** The customer behind a number. */
    public Uni<CustomerMatch> customer(PhoneNumber number) {
        return upstream.call(() -> client.customer(new CustomerQuery(null, number)));
    }
}
