package io.vouchline.lookup.authenticator;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.deadline.CurrentDeadline;
import io.vouchline.contract.identity.Caller;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.lookup.AuthenticatorApi;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.lookup.audit.Purpose;
import io.vouchline.lookup.caller.Callers;
import io.vouchline.lookup.customer.Person;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The door for sealed authenticators. */
class AuthenticatorResource implements AuthenticatorApi {

    private final Callers callers;
    private final Enrolments enrolments;
    private final CurrentDeadline deadline;
    private final JsonWebToken token;

    AuthenticatorResource(
            Callers callers, Enrolments enrolments, CurrentDeadline deadline, JsonWebToken token) {
        this.deadline = deadline;
        this.callers = callers;
        this.enrolments = enrolments;
        this.token = token;
    }

    @Override
    @RolesAllowed(Scope.AUTHENTICATORS_WRITE)
    public Uni<Stored> enrol(Enrolment enrolment) {
        return deadline.within(
                subject(enrolment.number(), null)
                        .chain(
                                subject ->
                                        enrolments.store(
                                                subject, enrolment.id(), enrolment.sealed()))
                        .map(Stored::new));
    }

    @Override
    @RolesAllowed(Scope.AUTHENTICATORS_READ)
    public Uni<Authenticators> find(OwnerQuestion question) {
        return deadline.within(
                subject(question.number(), question.subject())
                        .chain(subject -> enrolments.of(subject).map(subject::with)));
    }

    @Override
    @RolesAllowed(Scope.AUTHENTICATORS_WRITE)
    public Uni<Effect> confirm(Choice choice) {
        return deadline.within(
                subject(choice.number(), null)
                        .chain(subject -> enrolments.confirm(subject, choice.id()))
                        .map(Effect::new));
    }

    @Override
    @RolesAllowed(Scope.AUTHENTICATORS_WRITE)
    public Uni<Effect> revoke(Choice choice) {
        return deadline.within(
                subject(choice.number(), null)
                        .chain(subject -> enrolments.revoke(subject, choice.id()))
                        .map(Effect::new));
    }

    private Uni<Subject> subject(PhoneNumber number, @Nullable String whose) {
        Caller caller = Caller.of(token);
        return callers.behind(caller, Purpose.AUTHENTICATORS, number)
                .map(persons -> Subject.of(caller.tenant(), Person.meant(persons, whose)));
    }
}
