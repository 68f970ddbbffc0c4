package io.vouchline.risk.history;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Counters in Redis. */
@Singleton
class RedisHistoryStore implements HistoryStore {

    @Override
    public Uni<History> ask(Ask ask) {
        return Uni.createFrom().failure(new UnsupportedOperationException());
    }

    @Override
    public Uni<Void> refuse(Ask ask) {
        return Uni.createFrom().failure(new UnsupportedOperationException());
    }

    @Override
    public Uni<Boolean> count(Happening happening) {
        return Uni.createFrom().failure(new UnsupportedOperationException());
    }
}
