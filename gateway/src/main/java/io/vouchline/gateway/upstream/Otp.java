package io.vouchline.gateway.upstream;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.OtpApi.CheckRequest;
import io.vouchline.contract.otp.OtpApi.Checked;
import io.vouchline.contract.otp.OtpApi.IssueRequest;
import io.vouchline.contract.otp.OtpApi.Issued;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Does the caller hold this phone or mailbox? Down: 503, never "verified". */
@ApplicationScoped
public class Otp {

    private static final int NOT_FOUND = 404;

    private final OtpClient client;
    private final Upstream upstream;

    Otp(@RestClient OtpClient client, UpstreamConfig config) {
        this.client = client;
        this.upstream = new Upstream("otp-service", config.otp());
    }

    /** Issues a code. Safe to repeat: a request with the same key sends one message. */
    public Uni<Issued> issue(IssueRequest request) {
        return upstream.call(() -> client.issue(request));
    }

    /** Whether there is a verification of this reference. */
    public Uni<Boolean> knows(String reference) {
        return upstream.call(
                () ->
                        client.verification(reference)
                                .replaceWith(true)
                                .onFailure(Otp::isUnknown)
                                .recoverWithItem(false));
    }

    private static boolean isUnknown(Throwable failure) {
        return failure instanceof RefusedCallException refused && refused.status() == NOT_FOUND;
    }

    /** Checks a code. Made once: a right code whose answer was lost would be refused as used. */
    public Uni<Checked> check(PhoneNumber number, String code) {
        return upstream.callOnce(() -> client.check(new CheckRequest(number, null, code, null)));
    }
}
