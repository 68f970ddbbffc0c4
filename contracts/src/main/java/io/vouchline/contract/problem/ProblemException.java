package io.vouchline.contract.problem;

/** A failure that ends the request and is answered with its problem document. */
public class ProblemException extends RuntimeException {

    private final transient Problem problem;

    /** A failure that is told by this problem. */
    public ProblemException(Problem problem) {
        super(problem.status() + " " + problem.title() + ": " + problem.detail());
        this.problem = problem;
    }

    /** What is told to the caller. */
    public Problem problem() {
        return problem;
    }
}
