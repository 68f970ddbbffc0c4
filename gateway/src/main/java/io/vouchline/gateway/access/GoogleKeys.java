package io.vouchline.gateway.access;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.AccessConfig.GoogleConfig;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * The keys of Google's ID tokens: fetched at start and every hour, and once more for a key that is
 * not known, at most once a minute. What was fetched stays if a later fetch fails.
 */
@Singleton
class GoogleKeys {

    private static final Logger LOGGER = Logger.getLogger(GoogleKeys.class);
    private static final Duration LONGEST_FETCH = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** As long as there is none, every service agent is refused. */
    private static final Duration PAUSE_WITHOUT_KEYS = Duration.ofSeconds(2);

    private static final Duration GOOD_FOR = Duration.ofHours(1);

    private final Supplier<Uni<String>> source;
    private final InstantSource clock;
    private final boolean fetched;
    private final boolean used;
    private volatile Map<String, PublicKey> keys = Map.of();
    private Instant lastTry = Instant.MIN;
    private volatile Instant lastFetch = Instant.MIN;
    private Uni<Void> underWay = Uni.createFrom().voidItem();
    private @Nullable Cancellable refreshing;

    @Inject
    GoogleKeys(AccessConfig config, Clients clients, @RestClient GoogleKeyClient client) {
        this(config.google(), clients.knowsAgents(), client::keys, InstantSource.system());
    }

    GoogleKeys(
            GoogleConfig config, boolean used, Supplier<Uni<String>> source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
        this.used = used;
        this.fetched = config.jwksFile().isEmpty();
        config.jwksFile().filter(file -> used).ifPresent(file -> keys = read(file));
    }

    void begin(@Observes StartupEvent started) {
        if (used && fetched) {
            refreshing =
                    Multi.createFrom()
                            .ticks()
                            .every(PAUSE_WITHOUT_KEYS)
                            .onOverflow()
                            .drop()
                            .filter(tick -> isDue())
                            .onItem()
                            .transformToUniAndConcatenate(tick -> fetch())
                            .subscribe()
                            .with(nothing -> {});
        }
    }

    @PreDestroy
    void end() {
        if (refreshing != null) {
            refreshing.cancel();
        }
    }

    /** The key with this id, if Google has one; fails with 503 while no keys are known at all. */
    Uni<Optional<PublicKey>> key(String id) {
        if (keys.containsKey(id) || !fetched) {
            return Uni.createFrom().item(known(id));
        }
        return fetch().map(
                        nothing -> {
                            if (keys.isEmpty()) {
                                throw ProblemType.UNAVAILABLE
                                        .because("The keys of Google's tokens are not known yet.")
                                        .retryAfter(PAUSE_WITHOUT_KEYS)
                                        .exception();
                            }
                            return known(id);
                        });
    }

    private Optional<PublicKey> known(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    private boolean isDue() {
        return keys.isEmpty() || clock.instant().isAfter(lastFetch.plus(GOOD_FOR));
    }

    /** Ends when the fetch that is under way has ended; begins one if the last is a minute ago. */
    private synchronized Uni<Void> fetch() {
        Instant now = clock.instant();
        Duration pause = keys.isEmpty() ? PAUSE_WITHOUT_KEYS : PAUSE;
        if (lastTry.equals(Instant.MIN) || !now.isBefore(lastTry.plus(pause))) {
            lastTry = now;
            underWay =
                    Uni.createFrom()
                            .deferred(source::get)
                            .map(GoogleKeys::parsed)
                            .ifNoItem()
                            .after(LONGEST_FETCH)
                            .fail()
                            .invoke(this::keep)
                            .onFailure()
                            .invoke(
                                    failure ->
                                            LOGGER.warnf(
                                                    "Google's keys were not fetched: %s", failure))
                            .onFailure()
                            .recoverWithNull()
                            .replaceWithVoid()
                            .memoize()
                            .indefinitely();
        }
        return underWay;
    }

    private void keep(Map<String, PublicKey> fetchedKeys) {
        keys = fetchedKeys;
        lastFetch = clock.instant();
    }

    private static Map<String, PublicKey> read(Path file) {
        try {
            return parsed(Files.readString(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "vouchline.access.google.jwks-file=%s: it cannot be read as a JWK set with RSA keys; mount Google's keys there"
                            .formatted(file),
                    e);
        }
    }

    private static Map<String, PublicKey> parsed(String set) {
        Map<String, PublicKey> keys = new HashMap<>();
        try {
            for (JsonWebKey key : new JsonWebKeySet(set).getJsonWebKeys()) {
                if (key instanceof RsaJsonWebKey rsa && key.getKeyId() != null) {
                    keys.put(key.getKeyId(), rsa.getPublicKey());
                }
            }
        } catch (JoseException e) {
            throw new IllegalArgumentException("no JWK set", e);
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("a JWK set without RSA keys");
        }
        return Map.copyOf(keys);
    }
}
