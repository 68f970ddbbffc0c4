package io.vouchline.gateway.upstream;

import io.vouchline.contract.problem.Problem;
import io.vouchline.contract.problem.ProblemException;

/**
 * There is no service where one was called: no such host, nobody listens, or what listens does not
 * know the call (404). Platforms are told the same as of any other fault.
 */
public final class UnreachableException extends ProblemException {

    UnreachableException(Problem problem) {
        super(problem);
    }
}
