package io.vouchline.gateway.session;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.assertion.Assertions.Stated;
import io.vouchline.gateway.conversation.Counter;
import io.vouchline.gateway.conversation.Ending;
import io.vouchline.gateway.conversation.Expectation;
import io.vouchline.gateway.conversation.Line;
import io.vouchline.gateway.conversation.Question;
import io.vouchline.gateway.conversation.State;
import io.vouchline.gateway.language.Language;
import io.vouchline.gateway.prompt.Prompts;
import io.vouchline.gateway.prompt.Said;
import io.vouchline.gateway.session.SessionStanding.Expect;
import io.vouchline.gateway.session.SessionStanding.Outputs;
import io.vouchline.gateway.session.SessionStanding.SessionState;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells how sessions stand. */
@Singleton
class Standings {

    /** For a caller who has asked for a moment. */
    private static final int WAITING_SECONDS = 60;

    private final Words words;
    private final InstantSource clock;

    @Inject
    Standings(Prompts prompts) {
        this((Words) prompts::said, InstantSource.system());
    }

    Standings(Words words, InstantSource clock) {
        this.words = words;
        this.clock = clock;
    }

    /** Puts lines into words: {@link Prompts#said}. */
    interface Words {
        Said said(Client client, Language language, Line line);
    }

    SessionStanding of(Client client, String id, SessionRecord session) {
        Language language = Language.of(session.language());
        State state = session.state();
        return new SessionStanding(
                id,
                state(state.ending()),
                session.said().stream().map(line -> words.said(client, language, line)).toList(),
                expect(state),
                outputs(state),
                assertion(session),
                language.tag());
    }

    /** In which state a session with this ending is; null for one that goes on. */
    static SessionState state(@Nullable Ending ending) {
        if (ending == null) {
            return SessionState.ASK;
        }
        if (ending.isSuccess()) {
            return SessionState.DONE;
        }
        return ending.isTransfer() ? SessionState.TRANSFER : SessionState.FAILED;
    }

    private static @Nullable Expect expect(State state) {
        Question asked = state.asked();
        if (asked == null) {
            return null;
        }
        Expectation expected = Expectation.of(asked, state.parameters());
        return new Expect(
                expected.kind().name().toLowerCase(Locale.ROOT),
                expected.minLength(),
                expected.maxLength(),
                expected.finishKey(),
                state.count(Counter.WAIT) > 0 ? WAITING_SECONDS : expected.timeoutSeconds(),
                expected.sensitive());
    }

    private static Outputs outputs(State state) {
        PhoneNumber number = state.number();
        Ending ending = state.ending();
        return new Outputs(
                state.earned().level(),
                number == null ? null : number.nationalNumber(),
                ending == null || ending.reason() == null ? null : ending.reason().word());
    }

    /** What was proven, for as long as it is good: reading it again does not lengthen its life. */
    private @Nullable String assertion(SessionRecord session) {
        Stated stated = session.stated();
        return stated == null || !clock.instant().isBefore(stated.until())
                ? null
                : stated.assertion();
    }
}
