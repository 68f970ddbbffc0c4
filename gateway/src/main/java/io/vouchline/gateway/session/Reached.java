package io.vouchline.gateway.session;

import io.vouchline.gateway.conversation.Earned;
import io.vouchline.gateway.conversation.Line;
import io.vouchline.gateway.conversation.Profile;
import io.vouchline.gateway.conversation.State;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a conversation came until the caller is to be heard again, or it is over.
 *
 * @param said what the caller is told, in this order
 */
record Reached(State state, List<Line> said) {

    /**
     * Who has proven something, if that is known now; else as before. Of several on one number, a
     * birth date alone makes nobody known.
     */
    @Nullable String subject(@Nullable String before) {
        String proven = state.earned().subject();
        Profile profile = state.profile();
        if (proven != null) {
            return proven;
        }
        if (profile == null) {
            return before;
        }
        return profile.persons() == 1 ? profile.subject() : null;
    }

    /** When the level was proven that is reached now. */
    @Nullable Instant provenAt(Earned earlier, @Nullable Instant before, Instant now) {
        Integer level = state.earned().level();
        return level == null || Objects.equals(level, earlier.level()) ? before : now;
    }
}
