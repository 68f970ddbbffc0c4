package io.vouchline.gateway.upstream;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.otp.CarrierApi.CarrierReport;
import io.vouchline.contract.otp.CarrierApi.Script;
import io.vouchline.contract.otp.PushApi.SignedAnswer;
import io.vouchline.contract.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Hands over what others have signed, for otp-service to check: 401 if it does not hold, 503 if
 * otp-service is away. Anybody can cause these calls, so they have a breaker and a limit of their
 * own.
 */
@ApplicationScoped
public class Callbacks {

    private static final String BAD_SIGNATURE = "The signature does not hold.";

    private final CarrierReportClient carrier;
    private final PushAnswerClient app;
    private final Upstream upstream;

    Callbacks(
            @RestClient CarrierReportClient carrier,
            @RestClient PushAnswerClient app,
            UpstreamConfig config) {
        this.carrier = carrier;
        this.app = app;
        this.upstream = new Upstream("otp-service (callbacks)", config.callbacks());
    }

    /** A status report. Safe to repeat: one that tells nothing new changes nothing. */
    public Uni<Void> status(CarrierReport report) {
        return upstream.call(() -> signed(carrier.status(report))).replaceWithVoid();
    }

    /** The key that a callee pressed. Made once: what it leads to may depend on how often. */
    public Uni<Script> key(CarrierReport report) {
        return upstream.callOnce(() -> signed(carrier.key(report)));
    }

    /** The answer of the institution's app. Safe to repeat: a repeated one does not count. */
    public Uni<Void> answer(SignedAnswer answer) {
        return upstream.call(() -> signed(app.answer(answer))).replaceWithVoid();
    }

    private static <T> Uni<T> signed(Uni<T> call) {
        return RefusalProblem.told(call, ProblemType.UNAUTHENTICATED, BAD_SIGNATURE);
    }
}
