package io.vouchline.lookup.authenticator;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The stored enrolments. */
@ApplicationScoped
class EnrolmentRepository implements PanacheRepositoryBase<StoredEnrolment, UUID> {

    private static final String OF = "tenant = ?1 and customerId = ?2";
    private static final String ONE_OF = OF + " and id = ?3";

    /** Weaker than FOR UPDATE: rows that refer to the customer can still be written. */
    private static final String LOCK =
            "select 1 from customer where tenant = :tenant and id = :customer for no key update";

    /**
     * Waits until no other enrolment of this subject is under way; lasts as long as the
     * transaction.
     *
     * @return whether there is such a customer
     */
    Uni<Boolean> lock(Subject subject) {
        return getSession()
                .chain(
                        session ->
                                session.createNativeQuery(LOCK, Integer.class)
                                        .setParameter("tenant", subject.tenant())
                                        .setParameter("customer", subject.customer())
                                        .getSingleResultOrNull())
                .map(one -> one != null);
    }

    /** The subject's enrolments, oldest first. */
    Uni<List<StoredEnrolment>> of(Subject subject) {
        return list(OF + " order by createdAt, id", subject.tenant(), subject.customer());
    }

    /** How many enrolments the subject has, pending ones included. */
    Uni<Long> count(Subject subject) {
        return count(OF, subject.tenant(), subject.customer());
    }

    /** Confirms one that is pending. */
    Uni<Boolean> confirm(Subject subject, UUID id, Instant now) {
        return update(
                        "confirmedAt = ?4 where confirmedAt is null and " + ONE_OF,
                        subject.tenant(),
                        subject.customer(),
                        id,
                        now)
                .map(rows -> rows > 0);
    }

    /** Deletes one. */
    Uni<Boolean> delete(Subject subject, UUID id) {
        return delete(ONE_OF, subject.tenant(), subject.customer(), id).map(rows -> rows > 0);
    }
}
