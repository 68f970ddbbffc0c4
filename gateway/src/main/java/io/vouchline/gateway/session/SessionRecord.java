package io.vouchline.gateway.session;

import io.vouchline.contract.risk.RiskApi.Attestation;
import io.vouchline.gateway.assertion.Assertions.Stated;
import io.vouchline.gateway.conversation.Line;
import io.vouchline.gateway.conversation.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of a session. One that has ended can begin a further run, to a higher level.
 *
 * @param askedFor what the present run was begun with
 * @param language of what is said (BCP 47)
 * @param attestation what STIR/SHAKEN says of the calling number
 * @param said what the caller was told last
 * @param subject names the person about whom something was proven, for good; null if none is known
 * @param last the turn that was taken last
 * @param earlier the turns before it, also of earlier runs, the oldest first
 * @param run the number of the present run, from 1
 * @param turns how many turns were taken in it
 * @param begunAt when the session began
 * @param provenAt when the level was proven; null for none
 * @param endedAt when the present run ended; null while it goes on
 * @param stated what was proven, signed; null while it goes on, and if nothing was proven
 */
record SessionRecord(
        State state,
        AskedFor askedFor,
        String language,
        @Nullable Attestation attestation,
        List<Line> said,
        @Nullable String subject,
        @Nullable TakenTurn last,
        List<TakenTurn> earlier,
        int run,
        int turns,
        Instant begunAt,
        @Nullable Instant provenAt,
        @Nullable Instant endedAt,
        @Nullable Stated stated) {

    /** More turns than come late. */
    private static final int MOST_EARLIER = 200;

    /** Whether the present run is over. */
    boolean isOver() {
        return state.ending() != null;
    }

    /** Whether a turn of this name was taken before. */
    boolean hasTaken(TakenTurn turn) {
        return turn.equals(last) || earlier.contains(turn);
    }

    /** Whether another turn of this name was taken before, in this run or in an earlier one. */
    boolean hasTakenAnother(TakenTurn turn) {
        return !hasTaken(turn)
                && Stream.concat(Stream.ofNullable(last), earlier.stream())
                        .anyMatch(taken -> taken.name().equals(turn.name()));
    }

    /** After a turn. */
    SessionRecord after(TakenTurn turn, Reached reached, Instant now) {
        return new SessionRecord(
                reached.state(),
                askedFor,
                language,
                attestation,
                reached.said(),
                reached.subject(subject),
                turn,
                withLast(),
                run,
                turns + 1,
                begunAt,
                reached.provenAt(state.earned(), provenAt, now),
                reached.state().ending() == null ? null : now,
                null);
    }

    /** The same, stating what it has proven. */
    SessionRecord stating(@Nullable Stated what) {
        return new SessionRecord(
                state,
                askedFor,
                language,
                attestation,
                said,
                subject,
                last,
                earlier,
                run,
                turns,
                begunAt,
                provenAt,
                endedAt,
                what);
    }

    private List<TakenTurn> withLast() {
        if (last == null) {
            return earlier;
        }
        List<TakenTurn> all = new ArrayList<>(earlier);
        all.add(last);
        return List.copyOf(all.subList(Math.max(0, all.size() - MOST_EARLIER), all.size()));
    }

    @Override
    public String toString() {
        return "SessionRecord[" + state + "]";
    }
}
