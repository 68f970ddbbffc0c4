package io.vouchline.gateway.authenticator;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.access.OpenToOperators;
import io.vouchline.gateway.assertion.Assertions;
import io.vouchline.gateway.decision.CurrentDecision;
import io.vouchline.gateway.decision.Outcome;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.dialect.Speaks;
import io.vouchline.gateway.dialect.WrittenNumber;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * Binding and removing a customer's authenticators, in our own API: for a client that is allowed to
 * and shows an assertion about that customer, or for an operator of the institution.
 */
@Cancellable(false) // what was begun is ended and recorded, also if the platform has hung up
@Path("/authenticators")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection // for the annotations that let it in
@Speaks(Dialect.VOUCHLINE)
@OpenToOperators(Scope.AUTHENTICATORS_ENROL)
class EnrolmentResource {

    private static final String ACCOUNT = "customer";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Enrolments enrolments;
    private final Assertions assertions;
    private final CurrentRequest current;
    private final CurrentDecision decision;

    EnrolmentResource(
            Enrolments enrolments,
            Assertions assertions,
            CurrentRequest current,
            CurrentDecision decision) {
        this.enrolments = enrolments;
        this.assertions = assertions;
        this.current = current;
        this.decision = decision;
    }

    @POST
    @Operation(summary = "Make an authenticator, to be confirmed within a day")
    public Uni<NewAuthenticator> enrol(
            @HeaderParam(Assertions.HEADER) @Nullable String assertion,
            @NotNull @Valid EnrolmentQuestion question) {
        decision.operation("enrol_authenticator");
        return enrolments
                .enrol(
                        right(assertion),
                        number(question.phoneNumber()),
                        Objects.requireNonNullElse(question.account(), ACCOUNT))
                .invoke(_ -> decision.came(Outcome.CHANGED));
    }

    @POST
    @Path("{id}/confirm")
    @Operation(summary = "Bind an authenticator by the key that it shows")
    public Uni<Confirmation> confirm(
            @PathParam("id") String id,
            @HeaderParam(Assertions.HEADER) @Nullable String assertion,
            @NotNull @Valid KeyQuestion question) {
        decision.operation("confirm_authenticator");
        return enrolments
                .confirm(right(assertion), number(question.phoneNumber()), id(id), question.key())
                .invoke(
                        confirmation ->
                                decision.came(
                                        confirmation.confirmed()
                                                ? Outcome.CHANGED
                                                : Outcome.NOT_VERIFIED));
    }

    @POST
    @Path("{id}/revoke")
    @Operation(summary = "Remove an authenticator")
    public Uni<Revocation> revoke(
            @PathParam("id") String id,
            @HeaderParam(Assertions.HEADER) @Nullable String assertion,
            @NotNull @Valid RevocationQuestion question) {
        decision.operation("revoke_authenticator");
        return enrolments
                .revoke(right(assertion), number(question.phoneNumber()), id(id))
                .invoke(_ -> decision.came(Outcome.CHANGED));
    }

    private EnrolmentRight right(@Nullable String assertion) {
        return EnrolmentRight.of(current, assertions, assertion);
    }

    private PhoneNumber number(String text) {
        PhoneNumber number = WrittenNumber.read("phone_number", text, current.client().region());
        decision.about(number);
        return number;
    }

    private static UUID id(String text) {
        if (!ID.matcher(text).matches()) {
            throw ProblemType.NOT_FOUND.exception("There is no such authenticator.");
        }
        return UUID.fromString(text);
    }
}
