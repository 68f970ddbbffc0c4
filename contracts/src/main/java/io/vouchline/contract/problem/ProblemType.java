package io.vouchline.contract.problem;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every kind of failure that Vouchline tells, with its HTTP status (RFC 9110). */
public enum ProblemType {
    /** The request cannot be understood: syntax, type or value. */
    MALFORMED(400, "The request is malformed"),
    /** No credential, or one that is not valid; which of the two is not told. */
    UNAUTHENTICATED(401, "A valid credential is required"),
    /** The credential is valid but has not this right. */
    FORBIDDEN(403, "The credential does not allow this"),
    /** There is nothing at this path. */
    NOT_FOUND(404, "There is nothing here"),
    /** The path has no such method. */
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    /** The answer cannot be given in a wanted media type. */
    NOT_ACCEPTABLE(406, "The wanted media type is not offered"),
    /** What is asked for does not go together with what is there or under way. */
    CONFLICT(409, "This is at odds with what is there"),
    /** The body is larger than allowed. */
    TOO_LARGE(413, "The body is too large"),
    /** The body's media type is not understood. */
    UNSUPPORTED_MEDIA_TYPE(415, "The media type is not supported"),
    /** The request can be understood but not carried out as it stands. */
    UNPROCESSABLE(422, "This cannot be carried out"),
    /** The caller has to wait before it asks again. */
    TOO_MANY_REQUESTS(429, "Too many requests"),
    /** A fault of ours. */
    INTERNAL(500, "Something failed here"),
    /** A store or service that is needed is not to be had now. */
    UNAVAILABLE(503, "Not available at the moment"),
    /** The caller's deadline passed before the work was done. */
    DEADLINE_PASSED(504, "The deadline has passed");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status code. */
    public int status() {
        return status;
    }

    /** A short sentence, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** The stable identifier of the kind: a URN. */
    public URI uri() {
        return URI.create(
                "urn:vouchline:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The kind that has this status. */
    public static Optional<ProblemType> ofStatus(int status) {
        return Arrays.stream(values()).filter(type -> type.status == status).findFirst();
    }

    /** A problem of this kind with the reason for this occurrence, in words for people. */
    public Problem because(String detail) {
        return new Problem(uri(), title, status, detail, null);
    }

    /** A failure of this kind, to be thrown. */
    public ProblemException exception(String detail) {
        return new ProblemException(because(detail));
    }
}
