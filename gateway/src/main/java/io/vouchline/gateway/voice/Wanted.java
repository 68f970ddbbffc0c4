package io.vouchline.gateway.voice;

import io.vouchline.gateway.session.NewSession;
import io.vouchline.gateway.session.SessionTurn;

/** What a voice platform asks for. */
sealed interface Wanted {

    /** That a session begins, or goes on if the call has one. */
    record Begin(NewSession session) implements Wanted {}

    /** That a turn is taken in the session of this call. */
    record Take(String platform, String externalId, SessionTurn turn) implements Wanted {

        @Override
        public String toString() {
            return "Take[" + platform + "]";
        }
    }

    /** That the session ends, if there still is one: the caller is gone. */
    record Leave(String platform, String externalId) implements Wanted {

        @Override
        public String toString() {
            return "Leave[" + platform + "]";
        }
    }
}
