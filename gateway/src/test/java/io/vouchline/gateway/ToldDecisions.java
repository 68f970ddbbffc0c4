package io.vouchline.gateway;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.gateway.decision.CurrentDecision;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Remembers what the last request was told to have come to, in the service under test. */
class ToldDecisions {

    // A system property: the test may live in another class loader than the service.
    private static final String LAST = "vouchline.test.told-decision";

    private final CurrentDecision decision;

    ToldDecisions(CurrentDecision decision) {
        this.decision = decision;
    }

    /** Operation, number, outcome, reason and reference; "-" for what was not told. */
    static String last() {
        return System.getProperty(LAST, "");
    }

    @ServerResponseFilter
    void remember() {
        System.setProperty(
                LAST,
                String.join(
                        " ",
                        decision.operation().orElse("-"),
                        decision.subject().map(PhoneNumber::e164).orElse("-"),
                        decision.outcome().map(Enum::name).orElse("-"),
                        decision.reason().orElse("-"),
                        decision.reference().orElse("-")));
    }
}
