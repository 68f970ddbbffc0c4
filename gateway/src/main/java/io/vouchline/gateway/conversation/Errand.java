package io.vouchline.gateway.conversation;

import io.vouchline.contract.lookup.LookupApi.SecurityQuestion;
import io.vouchline.contract.number.PhoneNumber;

/** What the conversation has others do. Each comes to one {@link Result}. */
public sealed interface Errand {

    /** Finds out who is behind a number: {@link Result.Found}. */
    record FindCaller(PhoneNumber number) implements Errand {}

    /** Has a code sent: {@link Result.Sent} or {@link Result.NotSent}. */
    record SendCode(Way way) implements Errand {}

    /** Has the same code sent once more, by the same way: as {@link SendCode}. */
    record ResendCode(String reference) implements Errand {}

    /** Checks a code: {@link Result.Checked}. */
    record CheckCode(String reference, String code) implements Errand {

        @Override
        public String toString() {
            return "CheckCode[...]";
        }
    }

    /**
     * Checks a security answer: {@link Result.Checked}.
     *
     * @param answer as lookup-service reads it: 1995-02-03, 1234, 012027, 100.30, debit
     */
    record CheckAnswer(SecurityQuestion question, String answer) implements Errand {

        @Override
        public String toString() {
            return "CheckAnswer[" + question + "]";
        }
    }

    /**
     * Finds out which of several persons was born then: {@link Result.Checked}, with the person.
     *
     * @param birthDate 1995-02-03
     */
    record PickPerson(String birthDate) implements Errand {

        @Override
        public String toString() {
            return "PickPerson[...]";
        }
    }

    /** Checks what an authenticator app shows: {@link Result.Checked}. */
    record CheckKey(String key) implements Errand {

        @Override
        public String toString() {
            return "CheckKey[...]";
        }
    }

    /** Asks for approval in the institution's app: {@link Result.Asked} or NotSent. */
    record AskApproval() implements Errand {}

    /** Looks whether it was given: {@link Result.Checked}, PENDING while nobody has answered. */
    record ReadApproval(String reference) implements Errand {}
}
