package io.vouchline.gateway.voice;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.conversation.Turn;
import io.vouchline.gateway.decision.CurrentDecision;
import io.vouchline.gateway.session.NewSession;
import io.vouchline.gateway.session.SessionStanding;
import io.vouchline.gateway.session.SessionTurn;
import io.vouchline.gateway.session.Sessions;
import io.vouchline.gateway.voice.Wanted.Begin;
import io.vouchline.gateway.voice.Wanted.Leave;
import io.vouchline.gateway.voice.Wanted.Take;
import jakarta.inject.Singleton;

/** Has sessions do what voice platforms ask for. */
@Singleton
class Voices {

    /** A caller hangs up once. */
    private static final String HANGUP = "hangup";

    private final Sessions sessions;
    private final CurrentRequest current;
    private final CurrentDecision decision;

    Voices(Sessions sessions, CurrentRequest current, CurrentDecision decision) {
        this.sessions = sessions;
        this.current = current;
        this.decision = decision;
    }

    /** What a platform's request comes to. */
    <O> Uni<O> answer(VoiceCall<O> call) {
        return switch (call.wanted()) {
            case Begin(NewSession session) -> {
                decision.operation("begin_session");
                yield sessions.begin(current.client(), session).map(call::answer);
            }
            case Take(String platform, String externalId, SessionTurn turn) ->
                    taken(platform, externalId, turn).map(call::answer);
            case Leave(String platform, String externalId) -> {
                SessionTurn turn = new SessionTurn(HANGUP, Input.without(Turn.Kind.HANGUP));
                yield taken(platform, externalId, turn)
                        .map(_ -> call.farewell())
                        .onFailure(Voices::isOfNoSession)
                        .recoverWithItem(call::farewell);
            }
        };
    }

    private Uni<SessionStanding> taken(String platform, String externalId, SessionTurn turn) {
        decision.operation("take_turn");
        Client client = current.client();
        return sessions.turn(client, sessions.idOf(client, platform, externalId), turn);
    }

    /** A call may last longer than its session, or never have had one. */
    private static boolean isOfNoSession(Throwable failure) {
        return failure instanceof ProblemException problem
                && problem.problem().status() == ProblemType.NOT_FOUND.status();
    }
}
