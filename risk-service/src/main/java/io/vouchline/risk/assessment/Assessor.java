package io.vouchline.risk.assessment;

import io.vouchline.contract.risk.RiskApi.Assessment;
import io.vouchline.contract.risk.RiskApi.AssessmentRequest;
import io.vouchline.contract.risk.RiskApi.Risk;
import io.vouchline.risk.assessment.Scales.Band;
import io.vouchline.risk.number.LineType;
import io.vouchline.risk.number.Numberings;
import io.vouchline.risk.sandbox.SandboxNumbers;
import io.vouchline.risk.signal.PhoneTypeSignal;
import io.vouchline.risk.signal.Signal.Points;
import jakarta.inject.Singleton;
import java.util.List;

/** Assesses a number: its type, its score, and whether the client's threshold blocks it. */
@Singleton
public final class Assessor {

    private final PhoneTypeSignal phoneType;
    private final SandboxNumbers sandbox;

    Assessor(PhoneTypeSignal phoneType, SandboxNumbers sandbox) {
        this.phoneType = phoneType;
        this.sandbox = sandbox;
    }

    /** The assessment under the policy that the request carries. */
    public Assessment assess(String client, AssessmentRequest request) {
        return sandbox.of(client, request.number())
                .map(fixed -> assessment(request, fixed.type(), fixed.points()))
                .orElseGet(() -> assessment(request, LineType.of(request.number())));
    }

    private Assessment assessment(AssessmentRequest request, LineType type) {
        return assessment(request, type, phoneType.of(type));
    }

    private static Assessment assessment(AssessmentRequest request, LineType type, Points points) {
        Band band = Scales.band(request.scale(), points.score());
        return new Assessment(
                type.phoneType(),
                new Risk(
                        band.recommendation(),
                        points.score(),
                        band.level(),
                        List.of(points.reason())),
                Numberings.of(request.number(), type, request.original()),
                points.score() > request.threshold());
    }
}
