package io.vouchline.gateway.dialect;

import io.vouchline.contract.problem.Problem;

/** How a dialect tells a failure. */
public interface ErrorForm {

    /** Whose form this is. */
    Dialect dialect();

    /**
     * The failure in the dialect's own words.
     *
     * @param problem what went wrong
     * @param path the request's path, without its query
     */
    Told told(Problem problem, String path);

    /**
     * An answer in JSON.
     *
     * @param body is written as JSON
     */
    record Told(int status, Object body) {}
}
