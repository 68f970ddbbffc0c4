package io.vouchline.risk.signal;

import io.vouchline.contract.risk.RiskApi.Attestation;
import io.vouchline.risk.signal.Finding.Case;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * What STIR/SHAKEN (RFC 8224, RFC 8588) says of the calling number. It tells who signed, not
 * whether the caller is honest.
 */
@Singleton
final class AttestationSignal implements Signal {

    private static final Case A =
            new Case("A", "the carrier knows the caller and their right to the calling number");
    private static final Case B = new Case("B", "the carrier knows the caller only");
    private static final Case C =
            new Case("C", "the carrier knows only where the call entered its network");
    private static final Case FAILED =
            new Case("FAILED", "the signature of the calling number did not hold");
    private static final Case NONE = new Case("NONE", "the calling number is not signed");
    private static final Case NOT_GIVEN =
            new Case("not_given", "it is not known whether the calling number is signed");

    @Override
    public String name() {
        return "attestation";
    }

    @Override
    public Shape shape() {
        return Shape.Cases.of(A, B, C, FAILED, NONE, NOT_GIVEN);
    }

    @Override
    public Optional<Case> of(Evidence evidence) {
        Attestation given = evidence.request().circumstances().attestation();
        return Optional.of(given == null ? NOT_GIVEN : told(given));
    }

    private static Case told(Attestation given) {
        return switch (given) {
            case A -> A;
            case B -> B;
            case C -> C;
            case FAILED -> FAILED;
            case NONE -> NONE;
        };
    }
}
