package io.vouchline.contract.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway asks about a caller. All questions are POSTs: what identifies a person stays out
 * of URLs. Unknown callers get an answer of the same shape as known ones. The tenant comes from the
 * token.
 */
@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface LookupApi {

    /** The accounts behind a number: own ones and those held by power of attorney. */
    @POST
    @Path("accounts/summary")
    @Operation(summary = "Summarize the accounts behind a number")
    Uni<AccountSummary> accounts(@NotNull @Valid ByNumber question);

    /** The credit cards behind a number. */
    @POST
    @Path("credit-cards/summary")
    @Operation(summary = "Summarize the credit cards behind a number")
    Uni<CreditCardSummary> creditCards(@NotNull @Valid ByNumber question);

    /** The answers to the security questions of the one person behind a number. */
    @POST
    @Path("answers/reveal")
    @Operation(summary = "Reveal the security answers of the one person behind a number")
    Uni<SecurityAnswers> answers(@NotNull @Valid ByNumber question);

    /**
     * Whether this is the right answer to a security question: right and wrong are all that is
     * told, and nobody, several persons, another subject and a wrong answer look alike.
     */
    @POST
    @Path("answers/check")
    @Operation(summary = "Check one security answer of the one person behind a number")
    Uni<AnswerVerdict> checkAnswer(@NotNull @Valid AnswerCheck question);

    /** The channels over which the persons behind a number may be sent a code. */
    @POST
    @Path("channels/find")
    @Operation(summary = "Find the registered channels behind a number")
    Uni<RegisteredChannels> channels(@NotNull @Valid ChannelQuery question);

    /**
     * What is known of the persons behind a number, without anything that a caller is asked for: so
     * that a conversation knows what it can ask, and where a code may go. With a date of birth it
     * is about the one person who was born then; that there is none, or several, looks like nobody.
     */
    @POST
    @Path("callers/find")
    @Operation(summary = "Find out who is behind a number, and what they can be asked")
    Uni<CallerProfile> caller(@NotNull @Valid CallerQuestion question);

    /** The customer behind an account number or a telephone number: exactly one of the two. */
    @POST
    @Path("customers/find")
    @Operation(summary = "Find the customer behind an account number or a telephone number")
    Uni<CustomerMatch> customer(@NotNull @Valid CustomerQuery question);

    /** A question about the persons behind one telephone number. */
    record ByNumber(@NotNull PhoneNumber number) {}

    /**
     * A question about channels.
     *
     * @param holdSeconds how long a phone or mailbox gets no code after it was changed: 0 (no hold)
     *     to 2,592,000 (30 days)
     */
    record ChannelQuery(@NotNull PhoneNumber number, @Min(0) @Max(2_592_000) int holdSeconds) {}

    /**
     * A question about the persons behind one telephone number.
     *
     * @param holdSeconds as in {@link ChannelQuery}
     * @param birthDate which of them is meant, as a caller told it; null for all of them. It is for
     *     the gateway to count wrong ones
     */
    record CallerQuestion(
            @NotNull PhoneNumber number,
            @Min(0) @Max(2_592_000) int holdSeconds,
            @Nullable LocalDate birthDate) {

        @Override
        public String toString() {
            return "CallerQuestion[" + number + "]";
        }
    }

    /**
     * What is known of the persons behind a number.
     *
     * @param persons how many they are; 0 for nobody
     * @param accounts how many accounts they hold, or have power of attorney for, each counted once
     * @param creditCards how many credit cards they hold, counted as in {@link CreditCardSummary}
     * @param subject as in {@link AuthenticatorApi.Authenticators}; null unless it is one person
     * @param questions to which an answer is held; of several persons, of any of them
     * @param channels where a code may go
     */
    record CallerProfile(
            int persons,
            int accounts,
            int creditCards,
            @Nullable String subject,
            Set<SecurityQuestion> questions,
            RegisteredChannels channels) {

        @Override
        public String toString() {
            return "CallerProfile[...]";
        }
    }

    /**
     * A security answer as a caller gave it.
     *
     * @param subject whose answer it is to be, of the persons behind the number; null for the one
     *     person behind it
     * @param answer a text, a number, or an object such as {@code {"day":3,"month":2,"year":1995}}
     */
    record AnswerCheck(
            @NotNull PhoneNumber number,
            @Nullable @Size(min = 1, max = 128) String subject,
            @NotNull SecurityQuestion question,
            @NotNull JsonNode answer) {

        @Override
        public String toString() {
            return "AnswerCheck[" + question + "]";
        }
    }

    /** The verdict on a security answer. */
    record AnswerVerdict(boolean correct) {}

    /** The security questions of the Dialogflow document. */
    enum SecurityQuestion {
        /** The date of birth. */
        DOB,
        /** The last four digits of a debit card: any registered one. */
        DEBIT_CARD,
        /** Month and year up to which a credit card is valid: any registered one. */
        CARD_EXPIRY,
        /** The amount of the last transaction: the exact one, or its whole part. */
        TRANSACTION_AMOUNT,
        /** How the last transaction was paid. */
        PAYMENT_MODE
    }

    /**
     * Which customer is meant. Exactly one of the two is given.
     *
     * @param accountNumber 1 to 34 digits or capital letters (the longest is an IBAN's), as text
     */
    record CustomerQuery(@Nullable AccountNumber accountNumber, @Nullable PhoneNumber number) {}

    /**
     * The accounts of all persons behind the number, each account counted once.
     *
     * @param count zero if there are none
     * @param lastFour the last four digits if there is exactly one account, else null
     * @param email the mailbox if all persons behind the number have the same one, else null
     */
    record AccountSummary(int count, @Nullable String lastFour, @Nullable String email) {}

    /** As {@link AccountSummary}, for credit cards. */
    record CreditCardSummary(int count, @Nullable String lastFour, @Nullable String email) {}

    /**
     * The five values of the Dialogflow document; null, and an empty list, where nothing is held or
     * where the number is not that of exactly one person.
     *
     * @param lastTransactionAmount the full amount with two decimals and no currency, as text
     * @param lastPaymentMode mobile, upi, online, debit, credit or account
     * @param debitCardLastFour the last four digits of the primary debit card
     * @param birthDate YYYY-MM-DD
     * @param creditCardExpiries MMYYYY each
     */
    record SecurityAnswers(
            @Nullable String lastTransactionAmount,
            @Nullable String lastPaymentMode,
            @Nullable String debitCardLastFour,
            @Nullable String birthDate,
            List<String> creditCardExpiries) {

        @Override
        public String toString() {
            return "SecurityAnswers[...]";
        }
    }

    /**
     * Where a code may go.
     *
     * @param phone how the number itself stands
     * @param mailbox how the mailbox stands that all persons behind the number have
     * @param email that mailbox, only if a code may go there
     */
    record RegisteredChannels(Standing phone, Standing mailbox, @Nullable String email) {

        @Override
        public String toString() {
            return "RegisteredChannels[phone=" + phone + ", mailbox=" + mailbox + "]";
        }
    }

    /** Whether a code may go to a phone or mailbox. */
    enum Standing {
        /** It is not registered, not validated, or not the same for all persons. */
        NONE,
        /** It was changed too short a time ago: whoever changed it may not be the customer. */
        RECENTLY_CHANGED,
        /** A code may go there. */
        OPEN
    }

    /**
     * Whether and which customer was found.
     *
     * @param customer given only with {@link Outcome#SINGLE}
     */
    record CustomerMatch(Outcome outcome, @Nullable Customer customer) {}

    /** How many customers a question fits. */
    enum Outcome {
        NONE,
        SINGLE,
        MULTIPLE
    }

    /**
     * A customer as an agent's screen shows it.
     *
     * @param phoneNumber the phone that was asked for, or the first registered one, if any
     * @param accountNumber the account that was asked for, or the only one; null if several
     */
    record Customer(
            String name, @Nullable PhoneNumber phoneNumber, @Nullable AccountNumber accountNumber) {

        @Override
        public String toString() {
            return "Customer[...]";
        }
    }
}
