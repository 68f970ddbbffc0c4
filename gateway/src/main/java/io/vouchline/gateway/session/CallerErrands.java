package io.vouchline.gateway.session;

import com.fasterxml.jackson.databind.node.TextNode;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.lookup.LookupApi.CallerProfile;
import io.vouchline.contract.lookup.LookupApi.SecurityQuestion;
import io.vouchline.contract.lookup.LookupApi.Standing;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.gateway.access.AccessConfig.PolicyConfig;
import io.vouchline.gateway.attempt.ProofCheck;
import io.vouchline.gateway.attempt.ProofVerdict;
import io.vouchline.gateway.conversation.Profile;
import io.vouchline.gateway.conversation.Result;
import io.vouchline.gateway.conversation.Result.Checked;
import io.vouchline.gateway.conversation.Result.Verdict;
import io.vouchline.gateway.upstream.Lookup;
import io.vouchline.gateway.upstream.Otp;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Who the caller is, and whether the caller's security answers are right. They count under the one
 * counter of the number, as those of Dialogflow's webhooks do. A strict client's callers are asked
 * nothing, and whatever they would answer is wrong.
 */
@Singleton
class CallerErrands {

    private final Lookup lookup;
    private final ProofCheck proofs;
    private final FoundChannels channels;

    CallerErrands(Lookup lookup, ProofCheck proofs, FoundChannels channels) {
        this.lookup = lookup;
        this.proofs = proofs;
        this.channels = channels;
    }

    Uni<Result> find(Assignment assignment, PhoneNumber number) {
        return lookup.caller(number, assignment.policy().hold(), null)
                .invoke(found -> channels.remember(number, found.channels()))
                .map(found -> new Result.Found(profile(assignment.policy(), found)));
    }

    Uni<Result> check(Assignment assignment, SecurityQuestion question, String answer) {
        return proven(
                        assignment,
                        () ->
                                lookup.checkAnswer(
                                                assignment.number(),
                                                assignment.subject(),
                                                question,
                                                TextNode.valueOf(answer))
                                        .map(right -> Optional.of(right).filter(is -> is)))
                .map(verdict -> Checked.of(told(verdict)));
    }

    Uni<Result> pick(Assignment assignment, String birthDate) {
        Optional<LocalDate> date = date(birthDate);
        if (date.isEmpty()) {
            return Uni.createFrom().item(() -> Checked.of(Verdict.WRONG));
        }
        return proven(assignment, () -> born(assignment, date.get()))
                .map(
                        verdict ->
                                new Checked(
                                        told(verdict),
                                        verdict.found()
                                                .map(one -> profile(assignment.policy(), one))
                                                .orElse(null)));
    }

    private Uni<Optional<CallerProfile>> born(Assignment assignment, LocalDate date) {
        return lookup.caller(assignment.number(), assignment.policy().hold(), date)
                .map(found -> Optional.of(found).filter(one -> one.persons() == 1));
    }

    /** Whoever has to wait is told the same as of a locked number. */
    private <T> Uni<ProofVerdict<T>> proven(
            Assignment assignment, Supplier<Uni<Optional<T>>> look) {
        if (assignment.policy().strict()) {
            return Uni.createFrom().item(ProofVerdict::wrong);
        }
        return proofs.check(assignment.number(), assignment.id(), look)
                .onFailure(Otp::isLimit)
                .recoverWithItem(ProofVerdict::locked);
    }

    private static Verdict told(ProofVerdict<?> verdict) {
        if (verdict.isRight()) {
            return Verdict.RIGHT;
        }
        return verdict.isLocked() ? Verdict.LOCKED : Verdict.WRONG;
    }

    /** What is no date was never looked at, and is no attempt. */
    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Profile profile(PolicyConfig policy, CallerProfile found) {
        boolean mailbox =
                found.channels().mailbox() == Standing.OPEN && found.channels().email() != null;
        return new Profile(
                found.persons(),
                found.accounts(),
                found.creditCards(),
                found.subject(),
                policy.strict() ? Set.of() : Set.copyOf(found.questions()),
                found.channels().phone() == Standing.OPEN,
                mailbox && !policy.strict());
    }
}
