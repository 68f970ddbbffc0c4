package io.vouchline.gateway.session;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.gateway.conversation.Earned;
import io.vouchline.gateway.conversation.Ending;
import io.vouchline.gateway.conversation.State;
import io.vouchline.gateway.decision.CurrentDecision;
import io.vouchline.gateway.decision.Outcome;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Tells how sessions stand, and says in the decision's record what the request came to. */
@Singleton
class Tellings {

    private final Standings standings;
    private final CurrentDecision decision;

    Tellings(Standings standings, CurrentDecision decision) {
        this.standings = standings;
        this.decision = decision;
    }

    /** Says which session the request is about. */
    void about(Visit visit) {
        decision.reference(visit.id());
    }

    /** What a session came to. */
    SessionStanding came(Visit visit, SessionRecord session) {
        Ending ending = session.state().ending();
        decision.came(outcome(ending, session.state().earned()), reason(ending));
        return told(visit, session);
    }

    /** How a session stands. */
    SessionStanding stands(Visit visit, SessionRecord session) {
        decision.came(Outcome.TOLD, reason(session.state().ending()));
        return told(visit, session);
    }

    private SessionStanding told(Visit visit, SessionRecord session) {
        State state = session.state();
        PhoneNumber number = state.number();
        if (number != null) {
            decision.about(number);
        }
        return standings.of(visit.client(), visit.id(), session);
    }

    /** At level 0 somebody was found, and nobody has proven anything. */
    private static Outcome outcome(@Nullable Ending ending, Earned earned) {
        if (ending == null) {
            return Outcome.TOLD;
        }
        if (ending.isSuccess()) {
            return earned.reaches(1) ? Outcome.VERIFIED : Outcome.FOUND;
        }
        return ending.isOutage() ? Outcome.FAILED : Outcome.NOT_VERIFIED;
    }

    private static @Nullable String reason(@Nullable Ending ending) {
        return ending == null || ending.reason() == null ? null : ending.reason().word();
    }
}
