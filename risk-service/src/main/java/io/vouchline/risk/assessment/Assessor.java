package io.vouchline.risk.assessment;

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

/** Assesses a number: what it is, its score, and whether the client's threshold blocks it. */
@Singleton
public class Assessor {

    private final Intelligences intelligences;
    private final Lists lists;
    private final Recollection recollection;
    private final Scorecard scorecard;
    private final SandboxNumbers sandbox;
    private final OutcomeProgress outcomes;
    private final Verdicts verdicts;
    private final InstantSource clock = InstantSource.system();

    Assessor(
            Intelligences intelligences,
            Lists lists,
            Recollection recollection,
            Scorecard scorecard,
            SandboxNumbers sandbox,
            OutcomeProgress outcomes,
            Verdicts verdicts) {
        this.intelligences = intelligences;
        this.lists = lists;
        this.recollection = recollection;
        this.scorecard = scorecard;
        this.sandbox = sandbox;
        this.outcomes = outcomes;
        this.verdicts = verdicts;
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
        return recollection.withdraw(
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
        return recollection.of(ask).map(known -> assessment(ask, request, number, known));
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
        verdicts.count(ask, assessment, isAbove(request, score) && request.policy().shadow());
        if (assessment.blocked() && ask.sending()) {
            recollection.takeBack(ask);
        }
        return assessment;
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
                isAbove(request, score) && !request.policy().shadow(),
                degraded);
    }

    private static boolean isAbove(AssessmentRequest request, Score score) {
        return score.value() > request.policy().threshold();
    }
}
