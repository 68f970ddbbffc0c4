package io.vouchline.contract.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.CharConversionException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Turns every failure of a request into a problem document: no stack trace, no class name, no value
 * of the request leaves the service.
 */
final class ProblemMappers {

    private static final Logger LOGGER = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    RestResponse<Problem> told(ProblemException failure) {
        return ProblemAnswer.of(failure.problem());
    }

    @ServerExceptionMapper
    RestResponse<Problem> refusedByHttp(WebApplicationException failure) {
        if (failure.getCause() instanceof JacksonException unreadable) {
            return unreadableJson(unreadable);
        }
        Response response = failure.getResponse();
        ProblemType type =
                ProblemType.ofStatus(response.getStatus())
                        .orElse(
                                response.getStatus() < 500
                                        ? ProblemType.MALFORMED
                                        : ProblemType.INTERNAL);
        if (type == ProblemType.INTERNAL) {
            return unexpected(failure);
        }
        RestResponse.ResponseBuilder<Problem> answer =
                ProblemAnswer.builder(type.because(type.title() + "."));
        String allow = response.getHeaderString(HttpHeaders.ALLOW);
        return allow == null ? answer.build() : answer.header(HttpHeaders.ALLOW, allow).build();
    }

    @ServerExceptionMapper
    RestResponse<Problem> unreadableJson(JacksonException failure) {
        return ProblemAnswer.of(
                ProblemType.MALFORMED.because("The JSON body cannot be read" + at(failure)));
    }

    /**
     * Bytes that are no text in any of JSON's encodings: Jackson throws none of its own for them.
     */
    @ServerExceptionMapper(CharConversionException.class)
    RestResponse<Problem> unreadableText() {
        return ProblemAnswer.of(ProblemType.MALFORMED.because("The JSON body cannot be read."));
    }

    @ServerExceptionMapper
    RestResponse<Problem> violation(ValidationException failure) {
        return failure instanceof ConstraintViolationException violations
                ? ProblemAnswer.of(ProblemType.MALFORMED.because(sentence(violations)))
                : unexpected(failure);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    RestResponse<Problem> unauthenticated() {
        return ProblemAnswer.builder(
                        ProblemType.UNAUTHENTICATED.because(
                                "Send a valid token of the issuer in use."))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    RestResponse<Problem> forbidden(ForbiddenException failure) {
        return ProblemAnswer.of(
                ProblemType.FORBIDDEN.because("The token has not the scope for this."));
    }

    @ServerExceptionMapper
    RestResponse<Problem> unexpected(Throwable failure) {
        LOGGER.error("a request failed unexpectedly", failure);
        return ProblemAnswer.of(ProblemType.INTERNAL.because("The failure has been logged."));
    }

    /**
     * The path of the member at fault. Jackson's own message repeats the value, so it is left out.
     */
    private static String at(JacksonException failure) {
        if (failure instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return mapping.getPath().stream()
                    .map(step -> step.getFieldName() == null ? "[]" : step.getFieldName())
                    .collect(Collectors.joining(".", " at ", "."));
        }
        return ".";
    }

    private static String sentence(ConstraintViolationException failure) {
        return failure.getConstraintViolations().stream()
                .map(violation -> member(violation) + " " + violation.getMessage())
                .sorted()
                .collect(Collectors.joining("; ", "", "."));
    }

    /** The member's path as the caller knows it, without our method's and parameter's names. */
    private static String member(ConstraintViolation<?> violation) {
        List<String> names = new ArrayList<>();
        for (Path.Node node : violation.getPropertyPath()) {
            switch (node.getKind()) {
                case METHOD, CROSS_PARAMETER, RETURN_VALUE, CONSTRUCTOR -> {}
                case PARAMETER -> names.add("body");
                default -> names.add(String.valueOf(node.getName()));
            }
        }
        if (names.size() > 1 && names.getFirst().equals("body")) {
            names.removeFirst();
        }
        return String.join(".", names);
    }
}
