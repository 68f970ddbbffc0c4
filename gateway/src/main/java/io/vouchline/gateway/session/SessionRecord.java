package io.vouchline.gateway.session;

import io.vouchline.contract.risk.RiskApi.Attestation;
import io.vouchline.gateway.assertion.Assertions.Stated;
import io.vouchline.gateway.conversation.Line;
import io.vouchline.gateway.conversation.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
 * @param earlier the names of the turns before it, digested, the oldest first
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
        List<String> earlier,
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
        return earlier.contains(turn.name()) || (last != null && last.name().equals(turn.name()));
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

    private List<String> withLast() {
        if (last == null) {
            return earlier;
        }
        List<String> all = new ArrayList<>(earlier);
        all.add(last.name());
        return List.copyOf(all.subList(Math.max(0, all.size() - MOST_EARLIER), all.size()));
    }

    @Override
    public String toString() {
        return "SessionRecord[" + state + "]";
    }
}
