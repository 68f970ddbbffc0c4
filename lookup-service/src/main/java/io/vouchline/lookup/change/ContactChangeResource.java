package io.vouchline.lookup.change;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.deadline.CurrentDeadline;
import io.vouchline.contract.identity.Caller;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.lookup.ContactChangeApi;
import io.vouchline.lookup.audit.AuditEntry;
import io.vouchline.lookup.audit.AuditLog;
import io.vouchline.lookup.audit.Purpose;
import io.vouchline.lookup.change.ContactChanges.Change;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Hands out whom to tell of changed contacts. */
@RolesAllowed(Scope.CONTACT_CHANGES_TELL)
class ContactChangeResource implements ContactChangeApi {

    private final ContactChanges changes;
    private final AuditLog audit;
    private final CurrentDeadline deadline;
    private final JsonWebToken token;
    private final InstantSource clock = InstantSource.system();

    ContactChangeResource(
            ContactChanges changes, AuditLog audit, CurrentDeadline deadline, JsonWebToken token) {
        this.deadline = deadline;
        this.changes = changes;
        this.audit = audit;
        this.token = token;
    }

    @Override
    public Uni<List<ContactChange>> claim(Claim claim) {
        Caller caller = Caller.of(token);
        return deadline.within(
                changes.claim(caller.tenant(), claim.most(), claim.leaseSeconds())
                        .call(claimed -> audit.write(entries(caller, claimed)))
                        .map(
                                claimed ->
                                        claimed.stream()
                                                .map(ContactChangeResource::told)
                                                .toList()));
    }

    @Override
    public Uni<Void> settle(Settlement settlement) {
        return deadline.within(changes.settle(Caller.of(token).tenant(), settlement.ids()));
    }

    private List<AuditEntry> entries(Caller caller, List<Change> claimed) {
        Instant now = clock.instant();
        return claimed.stream()
                .map(
                        change ->
                                new AuditEntry(
                                        now, caller, Purpose.CONTACT_CHANGE, change.customer()))
                .toList();
    }

    private static ContactChange told(Change change) {
        return new ContactChange(
                change.id(), change.at(), Notices.between(change.before(), change.now()));
    }
}
