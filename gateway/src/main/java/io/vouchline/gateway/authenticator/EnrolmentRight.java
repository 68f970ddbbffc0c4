package io.vouchline.gateway.authenticator;

import io.vouchline.contract.lookup.AuthenticatorApi.Authenticators;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.assertion.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * The right to bind and remove authenticators: an operator's for every customer of the tenant, a
 * client's only for the person whom an assertion names.
 *
 * @param subject the only person whom it is for; null for an operator
 */
record EnrolmentRight(@Nullable String subject) {

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
        return new EnrolmentRight(assertions.verified(client, assertion).subject());
    }

    /**
     * The one person behind the number, if it is for them. To a client nobody, several persons and
     * somebody else look alike.
     *
     * @throws io.vouchline.contract.problem.ProblemException 403, if a client's assertion names
     *     somebody else; 409, if an operator's number is not exactly one person's
     */
    String subjectOf(Authenticators found) {
        String behind = found.subject();
        if (subject != null && !subject.equals(behind)) {
            throw ProblemType.FORBIDDEN.exception(
                    "The assertion is not about the one person behind this number.");
        }
        if (behind == null) {
            throw notOnePerson();
        }
        return behind;
    }

    static RuntimeException notOnePerson() {
        return ProblemType.CONFLICT.exception("The number is not exactly one person's.");
    }
}
