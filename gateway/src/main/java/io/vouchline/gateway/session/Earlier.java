package io.vouchline.gateway.session;

import io.vouchline.gateway.assertion.NumberProof;
import io.vouchline.gateway.conversation.Earned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was proven about a number before a run begins.
 *
 * @param subject names the person for good; null if none is known
 * @param at when; null for nothing
 */
record Earlier(Earned earned, @Nullable String subject, @Nullable Instant at) {

    static final Earlier NOTHING = new Earlier(Earned.NOTHING, null, null);

    static Earlier of(SessionRecord session) {
        return new Earlier(session.state().earned(), session.subject(), session.provenAt());
    }

    static Earlier of(NumberProof proof) {
        return new Earlier(
                new Earned(proof.level(), proof.methods(), proof.subject()),
                proof.subject(),
                proof.provenAt());
    }

    /** The same, unless it was proven before this. */
    Earlier since(Instant oldest) {
        return at != null && at.isAfter(oldest) ? this : NOTHING;
    }

    /** The same, unless it rests on answers, which a strict client does not take. */
    Earlier without(boolean answers) {
        return answers && earned.methods().contains("kba") ? NOTHING : this;
    }

    /** The one of the higher level; of the same level, this one. */
    Earlier or(Earlier other) {
        Integer others = other.earned.level();
        return others == null || earned.reaches(others) ? this : other;
    }
}
