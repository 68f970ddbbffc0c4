package io.vouchline.risk.outcome;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.identity.Caller;
import io.vouchline.contract.number.NumberHash;
import io.vouchline.contract.number.Place;
import io.vouchline.contract.risk.FeedbackApi.Feedback;
import io.vouchline.contract.risk.FeedbackApi.Outcome;
import io.vouchline.risk.history.HistoryStore;
import io.vouchline.risk.history.HistoryStore.Event;
import io.vouchline.risk.history.HistoryStore.Happening;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Counts what clients tell. */
@Singleton
class ToldOutcomes {

    private final HistoryStore history;
    private final NumberHash numbers;
    private final InstantSource clock = InstantSource.system();

    ToldOutcomes(HistoryStore history, NumberHash numbers) {
        this.history = history;
        this.numbers = numbers;
    }

    /** Whether this was counted now. An id is a client's own: two clients may use the same. */
    Uni<Boolean> count(Caller caller, Feedback feedback) {
        return history.count(
                new Happening(
                        "told:" + caller.client() + ":" + feedback.id(),
                        event(feedback.outcome()),
                        clock.instant(),
                        caller.tenant(),
                        caller.client(),
                        numbers.of(caller.tenant(), feedback.number()),
                        Place.of(feedback.number()),
                        false));
    }

    private static Event event(Outcome outcome) {
        return switch (outcome) {
            case VERIFIED -> Event.VERIFIED;
            case FAILED -> Event.WRONG;
            case FRAUD -> Event.FRAUD;
            case GENUINE -> Event.GENUINE;
        };
    }
}
