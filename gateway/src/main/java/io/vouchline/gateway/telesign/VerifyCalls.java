package io.vouchline.gateway.telesign;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.otp.OtpApi.CodeForm;
import io.vouchline.contract.otp.OtpApi.Idempotency;
import io.vouchline.contract.otp.OtpApi.IssueRequest;
import io.vouchline.contract.otp.OtpApi.Wording;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.contract.risk.RiskApi.Assessment;
import io.vouchline.gateway.access.AccessConfig.PolicyConfig;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.Routes;
import io.vouchline.gateway.upstream.Otp;
import io.vouchline.gateway.upstream.Risk;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Screens a number and, if its risk allows it, has it called with a code. A number that is locked,
 * or whose quota is used up, fails with 429 and the seconds to wait.
 */
@Singleton
class VerifyCalls {

    /** Telesign's own codes for calls have five digits. */
    private static final int CODE_LENGTH = 5;

    /** Covers our own further tries; each request of the platform is a call of its own. */
    private static final int SAME_REQUEST_SECONDS = 60;

    private final Risk risk;
    private final Otp otp;
    private final ReferenceIds references;
    private final InstantSource clock = InstantSource.system();

    VerifyCalls(Risk risk, Otp otp, ReferenceIds references) {
        this.risk = risk;
        this.otp = otp;
        this.references = references;
    }

    Uni<VerifyAnswer> call(Client client, CallRequest request) {
        return risk.assess(client, request.number(), request.original())
                .chain(
                        assessment ->
                                assessment.blocked()
                                        ? blocked(assessment)
                                        : call(client, request, assessment));
    }

    private Uni<VerifyAnswer> blocked(Assessment assessment) {
        return Uni.createFrom()
                .item(() -> VerifyAnswer.blocked(references.fresh(), assessment, clock.instant()));
    }

    private Uni<VerifyAnswer> call(Client client, CallRequest request, Assessment assessment) {
        PolicyConfig policy = client.policy();
        IssueRequest issue =
                new IssueRequest(
                        request.number(),
                        Routes.ofCall(policy, assessment.phoneType()),
                        code(policy, request.code().orElse(null)),
                        new Wording(
                                request.template().orElse(null),
                                request.language(),
                                policy.origin().orElse(null)),
                        false,
                        new Idempotency(UUID.randomUUID().toString(), SAME_REQUEST_SECONDS));
        return otp.issue(issue)
                .onFailure(f -> Otp.isMalformed(f) && request.template().isPresent())
                .transform(f -> ProblemType.MALFORMED.exception("Template Parameter"))
                .map(
                        issued ->
                                VerifyAnswer.calling(
                                        issued.reference(), assessment, clock.instant()));
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
