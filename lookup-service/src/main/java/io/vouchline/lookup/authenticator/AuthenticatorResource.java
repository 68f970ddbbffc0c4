package io.vouchline.lookup.authenticator;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.deadline.CurrentDeadline;
import io.vouchline.contract.identity.Caller;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.lookup.AuthenticatorApi;
import io.vouchline.contract.lookup.LookupApi.ByNumber;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.lookup.audit.Purpose;
import io.vouchline.lookup.caller.Callers;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.jwt.JsonWebToken;

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
                subject(enrolment.number())
                        .chain(
                                subject ->
                                        enrolments.store(
                                                subject, enrolment.id(), enrolment.sealed()))
                        .map(Stored::new));
    }

    @Override
    @RolesAllowed(Scope.AUTHENTICATORS_READ)
    public Uni<Authenticators> find(ByNumber question) {
        return deadline.within(
                subject(question.number())
                        .chain(subject -> enrolments.of(subject).map(subject::with)));
    }

    @Override
    @RolesAllowed(Scope.AUTHENTICATORS_WRITE)
    public Uni<Effect> confirm(Choice choice) {
        return deadline.within(
                subject(choice.number())
                        .chain(subject -> enrolments.confirm(subject, choice.id()))
                        .map(Effect::new));
    }

    @Override
    @RolesAllowed(Scope.AUTHENTICATORS_WRITE)
    public Uni<Effect> revoke(Choice choice) {
        return deadline.within(
                subject(choice.number())
                        .chain(subject -> enrolments.revoke(subject, choice.id()))
                        .map(Effect::new));
    }

    private Uni<Subject> subject(PhoneNumber number) {
        Caller caller = Caller.of(token);
        return callers.behind(caller, Purpose.AUTHENTICATORS, number)
                .map(persons -> Subject.of(caller.tenant(), persons));
    }
}
