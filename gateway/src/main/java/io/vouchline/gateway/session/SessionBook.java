package io.vouchline.gateway.session;

import io.smallrye.mutiny.Uni;
import io.vouchline.gateway.session.SessionStore.Stored;
import io.vouchline.gateway.session.SessionStore.Written;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Where sessions are written down, sealed. */
@Singleton
class SessionBook {

    private final SessionStore store;
    private final SessionSeal seal;
    private final SessionConfig config;
    private final InstantSource clock;

    @Inject
    SessionBook(SessionStore store, SessionSeal seal, SessionConfig config) {
        this(store, seal, config, InstantSource.system());
    }

    SessionBook(SessionStore store, SessionSeal seal, SessionConfig config, InstantSource clock) {
        this.store = store;
        this.seal = seal;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What is written under an id.
     *
     * @param version null if nothing is
     * @param session null if nothing is, or it does not open
     */
    record Page(@Nullable String version, @Nullable SessionRecord session) {

        private static final Page EMPTY = new Page(null, null);
    }

    /**
     * What became of writing.
     *
     * @param done whether it was written
     * @param there what is there now, if it was not
     */
    record Entered(boolean done, Page there) {}

    Uni<Page> find(Visit visit) {
        return store.find(visit.tenant(), visit.id()).map(found -> page(visit, found.orElse(null)));
    }

    /** Writes a session over the page that was read, unless somebody else has. */
    Uni<Entered> write(Visit visit, Page over, SessionRecord session) {
        Stored sealed = seal.sealed(visit.tenant(), visit.id(), session);
        Duration life = life(session);
        String version = over.version();
        Uni<Written> written =
                version == null
                        ? store.create(visit.tenant(), visit.id(), sealed, life)
                        : store.replace(visit.tenant(), visit.id(), version, sealed, life);
        return written.map(became -> new Entered(became.done(), page(visit, became.there())));
    }

    private Page page(Visit visit, @Nullable Stored stored) {
        return stored == null
                ? Page.EMPTY
                : new Page(
                        stored.version(),
                        seal.opened(visit.tenant(), visit.id(), stored).orElse(null));
    }

    private Duration life(SessionRecord session) {
        Duration left = Duration.between(clock.instant(), session.begunAt().plus(config.longest()));
        return left.compareTo(config.idle()) < 0 ? left : config.idle();
    }
}
