package io.vouchline.gateway.telesign;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.otp.OtpApi.CodeForm;
import io.vouchline.contract.otp.OtpApi.Idempotency;
import io.vouchline.contract.otp.OtpApi.IssueRequest;
import io.vouchline.contract.otp.OtpApi.Wording;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.AccessConfig.PolicyConfig;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.Routes;
import io.vouchline.gateway.screening.Screener;
import io.vouchline.gateway.screening.Screening;
import io.vouchline.gateway.upstream.Otp;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Screens a number, if the client has Verify Plus, and has it called with a code unless it is
 * blocked. A number that is locked, or whose quota is used up, fails with 429 and the seconds to
 * wait.
 */
@Singleton
class VerifyCalls {

    /** Telesign's own codes for calls have five digits. */
    private static final int CODE_LENGTH = 5;

    /** Covers our own further tries; each request of the platform is a call of its own. */
    private static final int SAME_REQUEST_SECONDS = 60;

    private final Screener screener;
    private final Otp otp;
    private final ReferenceIds references;
    private final InstantSource clock = InstantSource.system();

    VerifyCalls(Screener screener, Otp otp, ReferenceIds references) {
        this.screener = screener;
        this.otp = otp;
        this.references = references;
    }

    Uni<VerifyAnswer> call(Client client, CallRequest request) {
        return screener.beforeCall(
                        client,
                        request.number(),
                        request.original(),
                        request.code().isPresent(),
                        request.address().orElse(null))
                .chain(
                        screening ->
                                screening.isBlocked()
                                        ? Uni.createFrom().item(() -> blocked(screening))
                                        : call(client, request, screening));
    }

    private VerifyAnswer blocked(Screening screening) {
        return VerifyAnswer.blocked(references.fresh(), screening.assessment(), clock.instant());
    }

    private Uni<VerifyAnswer> call(Client client, CallRequest request, Screening screening) {
        return screener.followed(
                        client, screening, otp.issue(order(client.policy(), request, screening)))
                .onFailure(f -> Otp.isMalformed(f) && request.template().isPresent())
                .transform(f -> ProblemType.MALFORMED.exception("Template Parameter"))
                .map(
                        issued ->
                                VerifyAnswer.calling(
                                        issued.reference(),
                                        screening.assessment(),
                                        clock.instant()))
                .onFailure(Otp::isNeverVerified)
                .recoverWithItem(() -> blocked(screening));
    }

    private static IssueRequest order(
            PolicyConfig policy, CallRequest request, Screening screening) {
        return new IssueRequest(
                request.number(),
                Routes.ofCall(policy, screening.line()),
                code(policy, request.code().orElse(null)),
                new Wording(
                        request.template().orElse(null),
                        request.language(),
                        policy.origin().orElse(null)),
                screening.isOnlyIfVerifiedBefore(),
                new Idempotency(UUID.randomUUID().toString(), SAME_REQUEST_SECONDS));
    }

    private static CodeForm code(PolicyConfig policy, @Nullable String supplied) {
        return new CodeForm(
                CODE_LENGTH,
                Math.toIntExact(policy.codeLife().toSeconds()),
                // The platform's own code is taken as it is.
                policy.codeWithoutLeadingZero() && supplied == null,
                supplied,
                false);
    }
}
