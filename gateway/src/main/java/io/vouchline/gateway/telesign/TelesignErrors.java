package io.vouchline.gateway.telesign;

import io.vouchline.contract.problem.Problem;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.AccessFault;
import io.vouchline.gateway.access.CurrentRefusal;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.dialect.ErrorForm;
import io.vouchline.gateway.telesign.VerifyAnswer.Fault;
import io.vouchline.gateway.transaction.TransactionStatus;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A failure by Telesign's status and error codes, in its envelope. */
@Singleton
class TelesignErrors implements ErrorForm {

    private final InstantSource clock = InstantSource.system();
    private final ReferenceIds references;
    private final CurrentRefusal refusal;

    TelesignErrors(ReferenceIds references, CurrentRefusal refusal) {
        this.references = references;
        this.refusal = refusal;
    }

    @Override
    public Dialect dialect() {
        return Dialect.TELESIGN;
    }

    @Override
    public Told told(Problem problem, String path) {
        ProblemType type = ProblemType.ofStatus(problem.status()).orElse(ProblemType.INTERNAL);
        Optional<TelesignProblem> own = TelesignProblem.of(problem);
        if (own.isEmpty() && type == ProblemType.UNAUTHENTICATED) {
            return unauthenticated(path);
        }
        boolean refused = type == ProblemType.UNAUTHENTICATED || type == ProblemType.FORBIDDEN;
        return new Told(
                own.map(TelesignProblem::status).orElseGet(() -> status(type)),
                VerifyAnswer.failed(
                        references.fresh(),
                        subResource(path),
                        own.map(TelesignProblem::fault).orElseGet(() -> fault(type, problem)),
                        refused
                                ? TransactionStatus.NOT_AUTHORIZED
                                : TransactionStatus.NOT_ATTEMPTED,
                        clock.instant()));
    }

    /** What failed, by its path; null for Intelligence, which has none. */
    private static @Nullable String subResource(String path) {
        String relative = path.startsWith("/") ? path.substring(1) : path;
        if (relative.startsWith("v1/phoneid/") || relative.startsWith("v1/score/")) {
            return null;
        }
        if (relative.startsWith("v1/verify/completion/")) {
            return "voice";
        }
        return relative.equals("v1/verify/sms") ? "sms" : "call";
    }

    private Told unauthenticated(String path) {
        VerifyAnswer envelope =
                VerifyAnswer.failed(
                        references.fresh(),
                        subResource(path),
                        AccessFaults.of(refusal.fault().orElse(AccessFault.MISSING)),
                        TransactionStatus.NOT_AUTHORIZED,
                        clock.instant());
        return new Told(
                ProblemType.UNAUTHENTICATED.status(),
                new RefusedAnswer(envelope, refusal.signatureString().orElse(null)));
    }

    /** Telesign knows no 403, 409, 415, 422 or 504: what it would say instead. */
    private static int status(ProblemType type) {
        return switch (type) {
            case FORBIDDEN -> 401;
            case CONFLICT, UNSUPPORTED_MEDIA_TYPE, UNPROCESSABLE -> 400;
            case DEADLINE_PASSED -> 503;
            default -> type.status();
        };
    }

    private static Fault fault(ProblemType type, Problem problem) {
        return switch (type) {
            case MALFORMED, CONFLICT, UNPROCESSABLE ->
                    new Fault(-10001, "Invalid Request: " + problem.detail());
            case UNAUTHENTICATED -> AccessFaults.of(AccessFault.MISSING);
            case FORBIDDEN -> new Fault(-40002, "Not Authorized");
            case NOT_FOUND -> new Fault(-40004, "Resource Not Found");
            case METHOD_NOT_ALLOWED -> new Fault(-40005, "Method Not Allowed");
            case TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, NOT_ACCEPTABLE ->
                    new Fault(-40006, "Bad Request");
            case TOO_MANY_REQUESTS -> new Fault(-40007, "Rate Limit Exceeded");
            case UNAVAILABLE, DEADLINE_PASSED, INTERNAL ->
                    new Fault(-90001, "System Unavailable, please try again later.");
        };
    }
}
