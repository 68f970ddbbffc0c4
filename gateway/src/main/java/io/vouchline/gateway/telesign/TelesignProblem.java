package io.vouchline.gateway.telesign;

import io.vouchline.contract.problem.Problem;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.gateway.telesign.VerifyAnswer.Fault;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Failures that only Telesign's dialect knows, by its error codes. */
enum TelesignProblem {
    /** There is no such transaction, or no longer, or it is another client's. */
    UNKNOWN_REFERENCE(404, -10001, "CustomerID/ReferenceID not found"),
    /** The platform cannot complete a verification whose code it did not make. */
    NOT_COMPLETABLE(401, -30013, "Invalid ReferenceID for Verify Completion");

    private final int status;
    private final int code;
    private final String description;

    TelesignProblem(int status, int code, String description) {
        this.status = status;
        this.code = code;
        this.description = description;
    }

    /** The failure that a problem stands for, if it is one of these. */
    static Optional<TelesignProblem> of(Problem problem) {
        return Arrays.stream(values()).filter(one -> one.uri().equals(problem.type())).findFirst();
    }

    /** A failure of this kind, to be thrown. */
    ProblemException exception() {
        return new Problem(uri(), description, status, description, null).exception();
    }

    int status() {
        return status;
    }

    /** How it is told. */
    Fault fault() {
        return new Fault(code, description);
    }

    private URI uri() {
        return URI.create(
                "urn:vouchline:problem:telesign-"
                        + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
