package io.vouchline.risk.assessment;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.identity.Caller;
import io.vouchline.contract.risk.RiskApi.Assessment;
import io.vouchline.contract.risk.RiskApi.AssessmentRequest;
import io.vouchline.contract.risk.RiskApi.Circumstances;
import io.vouchline.contract.risk.RiskApi.Reason;
import io.vouchline.contract.risk.RiskApi.Risk;
import io.vouchline.contract.risk.RiskApi.Withdrawal;
import io.vouchline.risk.assessment.Scales.Band;
import io.vouchline.risk.history.History;
import io.vouchline.risk.history.HistoryStore;
import io.vouchline.risk.history.HistoryStore.Ask;
import io.vouchline.risk.listing.Lists;
import io.vouchline.risk.number.Intelligence;
import io.vouchline.risk.number.Intelligences;
import io.vouchline.risk.number.Numberings;
import io.vouchline.risk.outcome.OutcomeProgress;
import io.vouchline.risk.sandbox.SandboxNumbers;
import io.vouchline.risk.sandbox.SandboxNumbers.Outcome;
import io.vouchline.risk.signal.Evidence;
import io.vouchline.risk.signal.Scorecard;
import io.vouchline.risk.signal.Scorecard.Score;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Assesses a number: what it is, its score, and whether the client's threshold blocks it. */
@Singleton
public class Assessor {

    private static final Logger LOGGER = Logger.getLogger(Assessor.class);

    private final Intelligences intelligences;
    private final Lists lists;
    private final HistoryStore history;
    private final Scorecard scorecard;
    private final SandboxNumbers sandbox;
    private final OutcomeProgress outcomes;
    private final AssessmentConfig config;
    private final MeterRegistry metrics;
    private final InstantSource clock = InstantSource.system();
    private final AtomicBoolean withoutHistory = new AtomicBoolean();

    Assessor(
            Intelligences intelligences,
            Lists lists,
            HistoryStore history,
            Scorecard scorecard,
            SandboxNumbers sandbox,
            OutcomeProgress outcomes,
            AssessmentConfig config,
            MeterRegistry metrics) {
        this.intelligences = intelligences;
        this.lists = lists;
        this.history = history;
        this.scorecard = scorecard;
        this.sandbox = sandbox;
        this.outcomes = outcomes;
        this.config = config;
        this.metrics = metrics;
    }

    /** The assessment under the policy that the request carries. */
    public Uni<Assessment> assess(Caller caller, AssessmentRequest request) {
        Optional<Outcome> fixed = sandbox.of(caller.client(), request.number());
        return fixed.isPresent()
                ? Uni.createFrom().item(() -> assessment(request, fixed.get()))
                : screened(caller, request);
    }

    /** Whether a request counted as sent until now: it no longer does. */
    public Uni<Boolean> withdraw(Caller caller, Withdrawal withdrawal) {
        return history.refuse(
                new Ask(
                        withdrawal.id(),
                        caller.tenant(),
                        caller.client(),
                        withdrawal.number(),
                        true,
                        Optional.empty()));
    }

    private Uni<Assessment> screened(Caller caller, AssessmentRequest request) {
        Intelligence number = intelligences.of(request.number());
        Ask ask = ask(caller, request);
        return remembered(ask).map(known -> assessment(ask, request, number, known));
    }

    /** What is remembered; nothing, where that cannot be had in time. */
    private Uni<Optional<History>> remembered(Ask ask) {
        return history.ask(ask)
                .map(Optional::of)
                .ifNoItem()
                .after(config.historyTimeout())
                .fail()
                .onItem()
                .invoke(this::hasHistory)
                .onFailure()
                .invoke(this::hasNoHistory)
                .onFailure()
                .recoverWithItem(Optional::empty);
    }

    private void hasHistory() {
        if (withoutHistory.compareAndSet(true, false)) {
            LOGGER.info("scored with history again");
        }
    }

    /** Told once for each outage, not for each caller. */
    private void hasNoHistory(Throwable failure) {
        if (withoutHistory.compareAndSet(false, true)) {
            LOGGER.warnf("scored without history: %s", failure);
        }
    }

    private void count(String client, Assessment assessment) {
        metrics.counter(
                        "vouchline.assessments",
                        "client",
                        client,
                        "verdict",
                        assessment.blocked() ? "blocked" : "allowed",
                        "degraded",
                        Boolean.toString(assessment.degraded()))
                .increment();
    }

    private Assessment assessment(
            Ask ask, AssessmentRequest request, Intelligence number, Optional<History> known) {
        Evidence evidence =
                new Evidence(
                        request,
                        number,
                        lists.of(ask.tenant(), ask.number(), number.region()),
                        known,
                        outcomes.isCurrent(),
                        clock.instant());
        Score score = scorecard.of(evidence);
        boolean degraded = known.isEmpty() || !lists.loaded();
        Assessment assessment = assessment(request, number, score, degraded);
        count(ask.client(), assessment);
        if (assessment.blocked() && ask.sending()) {
            takeBack(ask);
        }
        if (request.policy().shadow() && score.value() > request.policy().threshold()) {
            logShadow(ask, score);
        }
        return assessment;
    }

    /** Off the caller's way: an answer does not wait for it. */
    private void takeBack(Ask ask) {
        history.refuse(ask)
                .subscribe()
                .with(
                        taken -> LOGGER.debug("a blocked request was taken back"),
                        failure -> LOGGER.warnf("a blocked request stays counted: %s", failure));
    }

    private static void logShadow(Ask ask, Score score) {
        LOGGER.infof(
                "shadow: client %s of %s would have been refused a call: score %d (%s)",
                ask.client(),
                ask.tenant(),
                score.value(),
                score.reasons().stream().map(Reason::code).collect(Collectors.joining(", ")));
    }

    private static Ask ask(Caller caller, AssessmentRequest request) {
        Circumstances circumstances = request.circumstances();
        return new Ask(
                request.id(),
                caller.tenant(),
                caller.client(),
                request.number(),
                circumstances.sending(),
                Optional.ofNullable(circumstances.address()));
    }

    private Assessment assessment(AssessmentRequest request, Outcome fixed) {
        Intelligence number = intelligences.of(request.number()).withType(fixed.type());
        return assessment(
                request,
                number,
                new Score(
                        fixed.score(),
                        List.of(new Reason("sandbox", "an outcome fixed for tests", 0)),
                        "sandbox"),
                false);
    }

    private static Assessment assessment(
            AssessmentRequest request, Intelligence number, Score score, boolean degraded) {
        Band band = Scales.band(request.policy().scale(), score.value());
        boolean above = score.value() > request.policy().threshold();
        return new Assessment(
                number.type().phoneType(),
                new Risk(
                        band.recommendation(),
                        score.value(),
                        band.level(),
                        score.reasons(),
                        score.weights()),
                Numberings.of(request.number(), number, request.original()),
                number.carrier().orElse(null),
                number.location().orElse(null),
                number.region().orElse(null),
                above && !request.policy().shadow(),
                degraded);
    }
}
