package io.vouchline.risk.signal;

import io.vouchline.contract.risk.RiskApi.AssessmentRequest;

/** How a number's country stands to where the client's callers live. */
enum Abode {
    HOME,
    EXPECTED,
    UNEXPECTED,
    NOWHERE;

    static Abode of(Evidence evidence) {
        AssessmentRequest request = evidence.request();
        String region = evidence.number().region().orElse(null);
        if (region == null) {
            return NOWHERE;
        }
        if (region.equals(request.region())) {
            return HOME;
        }
        return request.policy().expectedRegions().contains(region) ? EXPECTED : UNEXPECTED;
    }

    boolean isExpected() {
        return this == HOME || this == EXPECTED;
    }
}
