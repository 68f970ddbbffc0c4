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
 * otp-service is away, 400 or 413 if it cannot read the body. Anybody can cause these calls, so
 * each kind has a breaker and a limit of its own: reports that fail keep no key and no approval
 * from being taken.
 */
@ApplicationScoped
public class Callbacks {

    private static final String BAD_SIGNATURE = "The signature does not hold.";

    private final CarrierReportClient carrier;
    private final PushAnswerClient app;
    private final Upstream reports;
    private final Upstream keys;
    private final Upstream answers;

    Callbacks(
            @RestClient CarrierReportClient carrier,
            @RestClient PushAnswerClient app,
            UpstreamConfig config) {
        this.carrier = carrier;
        this.app = app;
        this.reports = new Upstream("otp-service (status reports)", config.callbacks());
        this.keys = new Upstream("otp-service (pressed keys)", config.callbacks());
        this.answers = new Upstream("otp-service (app answers)", config.callbacks());
    }

    /** A status report. Safe to repeat: one that tells nothing new changes nothing. */
    public Uni<Void> status(CarrierReport report) {
        return reports.call(() -> signed(carrier.status(report))).replaceWithVoid();
    }

    /** The key that a callee pressed. Made once: what it leads to may depend on how often. */
    public Uni<Script> key(CarrierReport report) {
        return keys.callOnce(() -> signed(carrier.key(report)));
    }

    /** The answer of the institution's app. Safe to repeat: a repeated one does not count. */
    public Uni<Void> answer(SignedAnswer answer) {
        return answers.call(() -> signed(app.answer(answer))).replaceWithVoid();
    }

    private static <T> Uni<T> signed(Uni<T> call) {
        Uni<T> known = RefusalProblem.told(call, ProblemType.UNAUTHENTICATED, BAD_SIGNATURE);
        Uni<T> read = RefusalProblem.told(known, ProblemType.MALFORMED, "The body cannot be read.");
        return RefusalProblem.told(read, ProblemType.TOO_LARGE, "The body is too large.");
    }
}
