package io.vouchline.gateway.conversation;

import org.jspecify.annotations.Nullable;

/** What an {@link Errand} came to. */
public sealed interface Result extends Event {

    /** Who is behind the number. */
    record Found(Profile profile) implements Result {}

    /** A code is on its way. */
    record Sent(String reference) implements Result {}

    /** Nothing is on its way: no channel, a limit, the number's risk. */
    record NotSent() implements Result {}

    /**
     * An approval is waited for.
     *
     * @param match the two digits to tell the caller
     */
    record Asked(String reference, String match) implements Result {

        @Override
        public String toString() {
            return "Asked[" + reference + "]";
        }
    }

    /**
     * What was checked.
     *
     * @param person who it is from now on; null where that has not changed
     */
    record Checked(Verdict verdict, @Nullable Profile person) implements Result {

        public static Checked of(Verdict verdict) {
            return new Checked(verdict, null);
        }
    }

    /** A service that is needed did not answer. */
    record Away(Reason reason) implements Result {}

    /** The verdicts. */
    enum Verdict {
        RIGHT,
        WRONG,
        /** Its time is over, or it was used. */
        EXPIRED,
        /** Too many failures: nothing is checked any more. */
        LOCKED,
        /** Not answered yet. */
        PENDING
    }
}
