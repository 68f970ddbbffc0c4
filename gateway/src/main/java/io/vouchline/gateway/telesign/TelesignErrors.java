package io.vouchline.gateway.telesign;

import io.vouchline.contract.problem.Problem;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.AccessFault;
import io.vouchline.gateway.access.CurrentRefusal;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.dialect.ErrorForm;
import io.vouchline.gateway.telesign.VerifyAnswer.Fault;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** A failure by Telesign's status and error codes, in its envelope. */
@Singleton
class TelesignErrors implements ErrorForm {

    private static final int NOT_ATTEMPTED = 500;
    private static final int NOT_AUTHORIZED = 501;

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
        if (type == ProblemType.UNAUTHENTICATED) {
            return unauthenticated();
        }
        boolean refused = type == ProblemType.FORBIDDEN;
        return new Told(
                status(type),
                VerifyAnswer.failed(
                        references.fresh(),
                        fault(type, problem),
                        refused ? NOT_AUTHORIZED : NOT_ATTEMPTED,
                        refused ? "Not authorized" : "Transaction not attempted",
                        clock.instant()));
    }

    private Told unauthenticated() {
        VerifyAnswer envelope =
                VerifyAnswer.failed(
                        references.fresh(),
                        AccessFaults.of(refusal.fault().orElse(AccessFault.MISSING)),
                        NOT_AUTHORIZED,
                        "Not authorized",
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
