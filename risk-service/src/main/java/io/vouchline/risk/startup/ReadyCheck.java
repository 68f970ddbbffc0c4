package io.vouchline.risk.startup;

import io.quarkus.runtime.StartupEvent;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.risk.RiskApi.AssessmentRequest;
import io.vouchline.contract.risk.RiskApi.Scale;
import io.vouchline.risk.assessment.Assessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Ready means: keys loaded, numbering data read, assessments warmed. */
@Startup
@Readiness
@ApplicationScoped
class ReadyCheck implements HealthCheck {

    private static final int WARM_UPS = 50;

    private final Assessor assessor;
    private volatile boolean ready;

    ReadyCheck(Assessor assessor) {
        this.assessor = assessor;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("warmed up").status(ready).build();
    }

    void begin(@Observes StartupEvent started) {
        AssessmentRequest request =
                new AssessmentRequest(
                        PhoneNumber.ofE164("+16502530000"),
                        "16502530000",
                        "US",
                        1000,
                        Scale.INTELLIGENCE_2_0);
        boolean blocked = false;
        for (int i = 0; i < WARM_UPS; i++) {
            blocked |= assessor.assess("", request).blocked();
        }
        ready = !blocked;
    }
}
