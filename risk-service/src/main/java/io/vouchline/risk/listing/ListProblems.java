package io.vouchline.risk.listing;

import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.problem.ProblemType;

/** Why an entry is refused. */
final class ListProblems {

    private ListProblems() {}

    /** The owner has as many entries as it may have. */
    static ProblemException full() {
        return ProblemType.CONFLICT.exception("The lists have as many entries as they may have.");
    }

    /** The same after these many lines of an import. */
    static ProblemException fullAfter(int lines) {
        return ProblemType.CONFLICT.exception(
                "The lists have as many entries as they may have; %d lines were added before."
                        .formatted(lines));
    }

    /** An entry or question with this fault. */
    static ProblemException malformed(String fault) {
        return ProblemType.MALFORMED.exception(fault + ".");
    }
}
