package io.vouchline.lookup.subject;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.deadline.CurrentDeadline;
import io.vouchline.contract.identity.Caller;
import io.vouchline.contract.identity.Scope;
import io.vouchline.lookup.audit.AuditEntry;
import io.vouchline.lookup.audit.AuditLog;
import io.vouchline.lookup.audit.Purpose;
import io.vouchline.lookup.authenticator.Enrolments;
import io.vouchline.lookup.customer.CustomerSource;
import io.vouchline.lookup.customer.Person;
import io.vouchline.lookup.subject.SubjectExport.Held;
import io.vouchline.lookup.vault.BlindIndex;
import io.vouchline.lookup.vault.BlindIndex.Kind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The operator's door for the rights of one customer: never reached through the gateway. */
@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class SubjectResource {

    private final CustomerSource source;
    private final AuditLog audit;
    private final Enrolments enrolments;
    private final Erasure erasure;
    private final BlindIndex index;
    private final CurrentDeadline deadline;
    private final JsonWebToken token;
    private final InstantSource clock = InstantSource.system();

    SubjectResource(
            CustomerSource source,
            AuditLog audit,
            Enrolments enrolments,
            Erasure erasure,
            BlindIndex index,
            CurrentDeadline deadline,
            JsonWebToken token) {
        this.source = source;
        this.audit = audit;
        this.enrolments = enrolments;
        this.erasure = erasure;
        this.index = index;
        this.deadline = deadline;
        this.token = token;
    }

    @POST
    @Path("customers/export")
    @RolesAllowed(Scope.CUSTOMERS_EXPORT)
    @Operation(summary = "All that is held about a customer, and who read it")
    public Uni<SubjectExport> export(@NotNull @Valid Subject subject) {
        Caller caller = Caller.of(token);
        UUID key = index.of(caller.tenant(), Kind.CUSTOMER, subject.id());
        return deadline.within(
                source.byId(caller.tenant(), subject.id())
                        .call(persons -> written(caller, Purpose.EXPORT, key))
                        .chain(persons -> held(caller.tenant(), subject.id(), persons))
                        .chain(
                                held ->
                                        audit.readsOf(caller.tenant(), key)
                                                .map(reads -> new SubjectExport(held, reads))));
    }

    private Uni<@Nullable Held> held(String tenant, String id, List<Person> persons) {
        return persons.isEmpty()
                ? Uni.createFrom().nullItem()
                : enrolments
                        .of(tenant, persons.getFirst())
                        .map(enrolled -> Held.of(id, persons.getFirst(), enrolled));
    }

    @POST
    @Path("customers/erase")
    @RolesAllowed(Scope.CUSTOMERS_ERASE)
    @Operation(
            summary = "Erase a customer",
            description =
                    "What remains is who read about them, under a key that only the institution's own id leads to.")
    public Uni<Erased> erase(@NotNull @Valid Subject subject) {
        Caller caller = Caller.of(token);
        UUID key = index.of(caller.tenant(), Kind.CUSTOMER, subject.id());
        return deadline.within(
                written(caller, Purpose.ERASURE, key)
                        .chain(() -> erasure.erase(caller.tenant(), key))
                        .map(Erased::new));
    }

    /** Under the customer's key, also where nothing is held (any more). */
    private Uni<Void> written(Caller caller, Purpose purpose, UUID key) {
        return audit.write(List.of(new AuditEntry(clock.instant(), caller, purpose, key)));
    }

    /**
     * Whom it is about.
     *
     * @param id the institution's own durable id
     */
    record Subject(@NotBlank @Size(max = 128) String id) {

        @Override
        public String toString() {
            return "Subject[...]";
        }
    }

    /** Whether there was anything to erase. */
    record Erased(boolean erased) {}
}
