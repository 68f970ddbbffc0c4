package io.vouchline.gateway.session;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.conversation.Question;
import io.vouchline.gateway.session.Course.Leg;
import io.vouchline.gateway.session.Errands.Circumstances;
import io.vouchline.gateway.session.SessionBook.Page;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Takes turns. The same turn again, one that comes late, and one after the end change nothing. Of
 * turns that come at once, one is taken first, and the others go on from there.
 */
@Singleton
class Turns {

    /** Above what any caller needs in a run: whoever says more is hung up on. */
    static final int MOST = 100;

    private final SessionBook book;
    private final Course course;
    private final Statements statements;
    private final SessionMetrics metrics;
    private final InstantSource clock;

    @Inject
    Turns(SessionBook book, Course course, Statements statements, SessionMetrics metrics) {
        this(book, course, statements, metrics, InstantSource.system());
    }

    Turns(
            SessionBook book,
            Course course,
            Statements statements,
            SessionMetrics metrics,
            InstantSource clock) {
        this.book = book;
        this.course = course;
        this.statements = statements;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** The session as it stands after a turn. */
    Uni<SessionRecord> take(Visit visit, SessionTurn turn) {
        return metrics.timed(book.find(visit).chain(page -> take(visit, turn, page, Tries.FIRST)));
    }

    private Uni<SessionRecord> take(Visit visit, SessionTurn turn, Page page, Tries tries) {
        SessionRecord session = page.session();
        if (session == null) {
            throw Sessions.unknown();
        }
        TakenTurn taken = TakenTurn.of(turn);
        if (session.isOver() || isRepeated(session, taken)) {
            return Uni.createFrom().item(session);
        }
        return reached(visit, session, turn, taken)
                .map(reached -> session.after(taken, reached, clock.instant()))
                .map(after -> statements.stated(visit, after))
                .chain(after -> written(visit, turn, page, after, tries));
    }

    /** One name for two turns is a mistake that must not pass for a repetition. */
    private static boolean isRepeated(SessionRecord session, TakenTurn turn) {
        if (session.hasTakenAnother(turn)) {
            throw ProblemType.CONFLICT.exception("turn_id names another turn already.");
        }
        return session.hasTaken(turn);
    }

    private Uni<Reached> reached(
            Visit visit, SessionRecord session, SessionTurn turn, TakenTurn taken) {
        Leg leg =
                new Leg(
                        visit.client(),
                        Course.runName(visit.id(), session.run()),
                        taken.name(),
                        new Circumstances(session.language(), session.attestation()));
        if (session.turns() >= MOST) {
            return course.hungUp(leg, session.state());
        }
        Question asked =
                Objects.requireNonNull(session.state().asked(), "what goes on asks something");
        return course.heard(leg, session.state(), asked, turn.turn());
    }

    private Uni<SessionRecord> written(
            Visit visit, SessionTurn turn, Page page, SessionRecord after, Tries tries) {
        return book.write(visit, page, after)
                .chain(
                        entered -> {
                            if (!entered.done()) {
                                return take(visit, turn, entered.there(), tries.next());
                            }
                            metrics.ended(after);
                            return Uni.createFrom().item(after);
                        });
    }
}
