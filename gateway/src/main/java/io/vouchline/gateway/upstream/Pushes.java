package io.vouchline.gateway.upstream;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.otp.OtpApi.Verification;
import io.vouchline.contract.otp.PushApi.PushRequest;
import io.vouchline.contract.otp.PushApi.Pushed;
import io.vouchline.contract.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Does the caller approve in the institution's app? Down: 503, never "approved". */
@ApplicationScoped
public class Pushes {

    private final PushClient client;
    private final OtpClient verifications;
    private final Upstream upstream;

    Pushes(
            @RestClient PushClient client,
            @RestClient OtpClient verifications,
            UpstreamConfig config) {
        this.client = client;
        this.verifications = verifications;
        this.upstream = new Upstream("otp-service (pushes)", config.otp());
    }

    /**
     * Asks for approval; 409 where no app is set up, 429 while the number has to wait. Safe to
     * repeat: a request with the same key asks once.
     */
    public Uni<Pushed> send(PushRequest request) {
        return upstream.call(
                () ->
                        RefusalProblem.told(
                                client.send(request),
                                ProblemType.CONFLICT,
                                "The institution has no app that approves."));
    }

    /** How an approval stands; 404 for an unknown one. */
    public Uni<Verification> verification(String reference) {
        return upstream.call(
                () ->
                        RefusalProblem.told(
                                verifications.verification(reference),
                                ProblemType.NOT_FOUND,
                                "There is no such approval."));
    }
}
