package io.vouchline.risk.simulation.screen;

import static io.vouchline.contract.testing.RedisConnection.await;

import io.vertx.mutiny.redis.client.RedisAPI;
import io.vouchline.contract.key.SecretKeySet;
import io.vouchline.contract.number.NumberHash;
import io.vouchline.contract.number.Place;
import io.vouchline.contract.risk.RiskApi.AssessmentRequest;
import io.vouchline.contract.risk.RiskApi.Circumstances;
import io.vouchline.contract.risk.RiskApi.Policy;
import io.vouchline.contract.risk.RiskApi.Reason;
import io.vouchline.contract.risk.RiskApi.Scale;
import io.vouchline.contract.testing.MovedClock;
import io.vouchline.contract.testing.Redis;
import io.vouchline.contract.testing.RedisConnection;
import io.vouchline.risk.history.History;
import io.vouchline.risk.history.HistoryStore;
import io.vouchline.risk.history.HistoryStore.Ask;
import io.vouchline.risk.history.HistoryStore.Event;
import io.vouchline.risk.history.HistoryStore.Happening;
import io.vouchline.risk.listing.Listed;
import io.vouchline.risk.number.Intelligence;
import io.vouchline.risk.number.Intelligences;
import io.vouchline.risk.signal.Evidence;
import io.vouchline.risk.signal.Scorecard;
import io.vouchline.risk.signal.Scorecard.Score;
import io.vouchline.risk.simulation.traffic.Priors;
import io.vouchline.risk.simulation.traffic.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The service's own score, over what a real Redis remembers, in simulated time. It does as {@link
 * io.vouchline.risk.assessment.Assessor} does, but fails where that one would go on without Redis,
 * and waits until a blocked request is taken back, so that a run does not depend on who is faster.
 * No list says anything.
 */
public final class ScorecardScreen implements Screen {

    private static final String TENANT = "bank";

    private final Policy policy;
    private final String region;
    private final MovedClock clock = new MovedClock();
    private final RedisConnection connection = new RedisConnection(new Redis());
    private final NumberHash hash = new NumberHash(key());
    private final Intelligences intelligences;
    private final HistoryStore history;
    private final Scorecard scorecard;
    private Instant now = Instant.EPOCH;

    /**
     * An empty Redis of its own.
     *
     * @param threshold the highest score that is sent a code
     * @param settings of the service that are not to have their defaults, by their full names
     */
    public ScorecardScreen(Priors priors, int threshold, Map<String, String> settings) {
        this.region = priors.region();
        this.policy = new Policy(threshold, Scale.INTELLIGENCE_2_0, abroad(priors), false);
        try {
            InstantSource simulated = () -> now;
            RedisAPI redis = connection.api();
            Parts parts = new Parts(settings, clock, redis, hash, simulated);
            this.intelligences = parts.the(Intelligences.class);
            this.history = parts.the(HistoryStore.class);
            this.scorecard = parts.the(Scorecard.class);
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Verdict ask(Request request) {
        moveTo(request.at());
        Intelligence number = intelligences.of(request.number());
        Ask ask =
                new Ask(
                        request.id(),
                        TENANT,
                        request.client(),
                        request.number(),
                        true,
                        request.address());
        History known = await(history.ask(ask));
        Evidence evidence =
                new Evidence(
                        assessment(request), number, Listed.NOWHERE, Optional.of(known), true, now);
        Score score = scorecard.of(evidence);
        boolean blocked = score.value() > policy.threshold();
        if (blocked) {
            boolean _ = await(history.refuse(ask));
        }
        List<String> reasons = score.reasons().stream().map(Reason::code).toList();
        return new Verdict(score.value(), blocked, reasons);
    }

    @Override
    public void happened(String id, Request request, Event event, Instant at) {
        moveTo(at);
        boolean counted =
                await(
                        history.count(
                                new Happening(
                                        id,
                                        event,
                                        at,
                                        TENANT,
                                        request.client(),
                                        hash.of(TENANT, request.number()),
                                        Place.of(request.number()),
                                        false)));
        if (!counted) {
            throw new IllegalStateException("an event was not counted: " + id);
        }
    }

    @Override
    public void close() {
        connection.close();
    }

    private void moveTo(Instant at) {
        now = at;
        clock.moveTo(Duration.between(Instant.now(), at));
    }

    private AssessmentRequest assessment(Request request) {
        return new AssessmentRequest(
                request.id(),
                request.number(),
                request.number().e164(),
                region,
                policy,
                new Circumstances(
                        true,
                        request.ani().orElse(null),
                        request.attestation().orElse(null),
                        request.address().orElse(null)));
    }

    /** A policy names the regions besides the home one. */
    private static Set<String> abroad(Priors priors) {
        return priors.expectedRegions().stream()
                .filter(expected -> !expected.equals(priors.region()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static SecretKeySet.SecretKey key() {
        try {
            Path file = Files.createTempFile("numbers", ".jwks");
            try {
                Files.writeString(
                        file,
                        "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"simulated\",\"k\":\"%s\"}]}"
                                .formatted(
                                        Base64.getUrlEncoder()
                                                .withoutPadding()
                                                .encodeToString(new byte[32])));
                return SecretKeySet.read("vouchline.numbers.key-file", file).current();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
