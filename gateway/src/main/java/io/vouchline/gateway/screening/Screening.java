package io.vouchline.gateway.screening;

import io.vouchline.contract.risk.RiskApi.Assessment;
import io.vouchline.contract.risk.RiskApi.PhoneType;
import io.vouchline.contract.risk.RiskApi.Withdrawal;
import io.vouchline.gateway.access.AccessConfig.PolicyConfig;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What screening a number comes to.
 *
 * @param verdict what may go to the number
 * @param assessment what is known of the number; null if it was not assessed
 * @param withdrawal what takes back that the number counts as one to which a code is sent; null if
 *     it does not count so. Whether an assessment counts whose answer was lost nobody knows: it can
 *     be taken back as well
 */
public record Screening(
        Verdict verdict, @Nullable Assessment assessment, @Nullable Withdrawal withdrawal) {

    /** What may go to a number. */
    public enum Verdict {
        /** A code. */
        CALL,
        /** A code, if the number has verified one before. */
        CALL_IF_VERIFIED_BEFORE,
        /** Nothing. */
        BLOCKED
    }

    /** Nothing is assessed, and nothing speaks against a code. */
    public static Screening none() {
        return new Screening(Verdict.CALL, null, null);
    }

    /** The threshold decides first, then what the client wants of an assessment without memory. */
    static Screening of(PolicyConfig policy, Assessment assessment) {
        return new Screening(verdict(policy, assessment), assessment, null);
    }

    /** The number should have been assessed, and nobody was there to do it. */
    static Screening unassessed(PolicyConfig policy) {
        return new Screening(isBlind(policy) ? Verdict.CALL : degraded(policy), null, null);
    }

    /** The same of a number that counts until this is told, unless its score blocked it. */
    Screening countedAs(Withdrawal counted) {
        return assessment != null && assessment.blocked()
                ? this
                : new Screening(verdict, assessment, counted);
    }

    /** What is to be told if no code is sent. */
    Optional<Withdrawal> counted() {
        return Optional.ofNullable(withdrawal);
    }

    /** Whether nothing may go to the number. */
    public boolean isBlocked() {
        return verdict == Verdict.BLOCKED;
    }

    /** Whether a code may go to the number only if it has verified one before. */
    public boolean isOnlyIfVerifiedBefore() {
        return verdict == Verdict.CALL_IF_VERIFIED_BEFORE;
    }

    /** What kind of line it is, if that is known. */
    public Optional<PhoneType> line() {
        return Optional.ofNullable(assessment).map(Assessment::phoneType);
    }

    private static Verdict verdict(PolicyConfig policy, Assessment assessment) {
        if (isBlind(policy)) {
            return Verdict.CALL;
        }
        if (assessment.blocked()) {
            return Verdict.BLOCKED;
        }
        return assessment.degraded() ? degraded(policy) : Verdict.CALL;
    }

    /** Whether no score and no outage may keep a code back. */
    private static boolean isBlind(PolicyConfig policy) {
        return policy.shadow() || !policy.verifyPlus();
    }

    private static Verdict degraded(PolicyConfig policy) {
        return switch (policy.whenDegraded()) {
            case VERIFIED_ONLY -> Verdict.CALL_IF_VERIFIED_BEFORE;
            case CALL -> Verdict.CALL;
            case BLOCK -> Verdict.BLOCKED;
        };
    }
}
