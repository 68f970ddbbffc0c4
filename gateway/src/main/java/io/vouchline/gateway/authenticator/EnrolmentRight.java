package io.vouchline.gateway.authenticator;

import io.vouchline.contract.lookup.AuthenticatorApi.Authenticators;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.assertion.Assertions;
import io.vouchline.gateway.assertion.Proof;
import org.jspecify.annotations.Nullable;

/**
 * The right to bind and remove authenticators: an operator's for every customer of the tenant, a
 * client's only for the person whom an assertion names. Once that person has a confirmed
 * authenticator, it takes an assertion of two factors: otherwise whoever holds the phone alone
 * could put an authenticator of their own in its place.
 *
 * @param proof whom it is for, and how well they have proven that they are it; null for an operator
 */
record EnrolmentRight(@Nullable Proof proof) {

    private static final int TWO_FACTORS = 2;

    /**
     * The right of whoever asks.
     *
     * @throws io.vouchline.contract.problem.ProblemException 403, if the client's policy does not
     *     allow it, or there is no assertion that holds
     */
    static EnrolmentRight of(
            CurrentRequest current, Assertions assertions, @Nullable String assertion) {
        if (current.isOperator()) {
            return new EnrolmentRight(null);
        }
        Client client = current.client();
        if (!client.policy().enrolAuthenticators()) {
            throw ProblemType.FORBIDDEN.exception("The client may not enrol authenticators.");
        }
        if (assertion == null || assertion.isEmpty()) {
            throw ProblemType.FORBIDDEN.exception(
                    "Show in Vouchline-Assertion what the caller has proven.");
        }
        return new EnrolmentRight(assertions.verified(client, assertion));
    }

    /**
     * The one person behind the number, if it is for them. To a client nobody, several persons,
     * somebody else, and somebody who has to prove more look alike.
     *
     * @param guarded whether the person has a confirmed authenticator, so that one factor is not
     *     enough
     * @throws io.vouchline.contract.problem.ProblemException 403, if a client's assertion names
     *     somebody else, or is not of the level that it takes; 409, if an operator's number is not
     *     exactly one person's
     */
    String subjectOf(Authenticators found, boolean guarded) {
        String behind = found.subject();
        if (proof != null
                && !(proof.subject().equals(behind)
                        && (!guarded || proof.level() >= TWO_FACTORS))) {
            throw notAbout();
        }
        if (behind == null) {
            throw notOnePerson();
        }
        return behind;
    }

    /** The one answer to whoever shows an assertion that is good, but not for this. */
    static RuntimeException notAbout() {
        return ProblemType.FORBIDDEN.exception(
                "The assertion is not about the one person behind this number,"
                        + " or not of the level that this takes.");
    }

    static RuntimeException notOnePerson() {
        return ProblemType.CONFLICT.exception("The number is not exactly one person's.");
    }
}
