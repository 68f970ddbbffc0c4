package io.vouchline.lookup.caller;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.deadline.CurrentDeadline;
import io.vouchline.contract.identity.Caller;
import io.vouchline.contract.lookup.AccountNumber;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.lookup.audit.AuditLog;
import io.vouchline.lookup.audit.Purpose;
import io.vouchline.lookup.customer.CustomerSource;
import io.vouchline.lookup.customer.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Who is behind a number or an account. Nobody is told before the read is written down. */
@ApplicationScoped
public class Callers {

    private final CustomerSource source;
    private final AuditLog audit;
    private final CurrentDeadline deadline;

    Callers(CustomerSource source, AuditLog audit, CurrentDeadline deadline) {
        this.source = source;
        this.audit = audit;
        this.deadline = deadline;
    }

    /** The persons behind a number, read on this caller's behalf. */
    public Uni<List<Person>> behind(Caller caller, Purpose purpose, PhoneNumber number) {
        return read(caller, purpose, source.byNumber(caller.tenant(), number));
    }

    /** The owners of an account, read on this caller's behalf. */
    public Uni<List<Person>> owning(Caller caller, Purpose purpose, AccountNumber account) {
        return read(caller, purpose, source.byAccount(caller.tenant(), account));
    }

    private Uni<List<Person>> read(Caller caller, Purpose purpose, Uni<List<Person>> answer) {
        return deadline.within(answer.call(persons -> audit.read(caller, purpose, persons)));
    }
}
