package io.vouchline.gateway.session;

import io.vouchline.contract.number.NumberHash;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.gateway.assertion.Assertions;
import io.vouchline.gateway.assertion.Assertions.Stated;
import io.vouchline.gateway.assertion.Assertions.Statement;
import io.vouchline.gateway.conversation.Earned;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * States what a session has proven, once, when it comes to its end. Nothing is stated for longer
 * than a session may live after it was proven, through however many sessions it was handed on.
 */
@Singleton
class Statements {

    private final Assertions assertions;
    private final NumberHash hash;
    private final Duration longest;

    Statements(Assertions assertions, NumberHash hash, SessionConfig config) {
        this.assertions = assertions;
        this.hash = hash;
        this.longest = config.longest();
    }

    /** The session, with what it has proven stated if it is over. */
    SessionRecord stated(Visit visit, SessionRecord session) {
        Instant proven = session.provenAt();
        Instant ended = session.endedAt();
        PhoneNumber number = session.state().number();
        Integer level = session.state().earned().level();
        return proven == null || ended == null || number == null || level == null
                ? session
                : session.stating(stated(visit, session, number, level, proven, ended));
    }

    private @Nullable Stated stated(
            Visit visit,
            SessionRecord session,
            PhoneNumber number,
            int level,
            Instant proven,
            Instant ended) {
        String hashed = hash.of(visit.tenant(), number);
        Earned earned = session.state().earned();
        return assertions
                .sign(
                        new Statement(
                                visit.tenant(),
                                visit.client().id(),
                                Objects.requireNonNullElse(
                                        session.subject(), Assertions.NOBODY_KNOWN + hashed),
                                level,
                                earned.methods(),
                                hashed,
                                visit.id(),
                                "%s-%d-%d"
                                        .formatted(
                                                visit.id(), session.run(), ended.getEpochSecond()),
                                proven,
                                ended,
                                proven.plus(longest)))
                .orElse(null);
    }
}
