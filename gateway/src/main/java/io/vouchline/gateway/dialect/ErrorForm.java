package io.vouchline.gateway.dialect;

import io.vouchline.contract.problem.Problem;
import jakarta.ws.rs.core.MediaType;

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
     * An answer.
     *
     * @param body is written as JSON; where the media type is another one, it is a text that goes
     *     out as it is
     * @param mediaType of the answer
     */
    record Told(int status, Object body, String mediaType) {

        /** An answer in JSON. */
        public Told(int status, Object body) {
            this(status, body, MediaType.APPLICATION_JSON);
        }
    }
}
