package io.vouchline.lookup.authenticator;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.lookup.AuthenticatorApi;
import io.vouchline.contract.lookup.AuthenticatorApi.Authenticator;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.lookup.customer.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** The life of an enrolment: pending, confirmed, gone. */
@ApplicationScoped
public class Enrolments {

    private final EnrolmentRepository repository;
    private final InstantSource clock = InstantSource.system();

    Enrolments(EnrolmentRepository repository) {
        this.repository = repository;
    }

    /** The authenticators of a person, oldest first. */
    public Uni<List<Authenticator>> of(String tenant, Person person) {
        return of(Subject.of(tenant, List.of(person)));
    }

    @WithSession
    Uni<List<Authenticator>> of(Subject subject) {
        return repository
                .of(subject)
                .map(rows -> rows.stream().map(StoredEnrolment::told).toList());
    }

    /** Whether the enrolment is kept: not for nobody. */
    @WithTransaction
    Uni<Boolean> store(Subject subject, UUID id, byte[] sealed) {
        return repository
                .lock(subject)
                .chain(
                        exists ->
                                exists
                                        ? storeOnce(subject, id, sealed).replaceWith(true)
                                        : Uni.createFrom().item(false));
    }

    @WithTransaction
    Uni<Boolean> confirm(Subject subject, UUID id) {
        return repository.confirm(subject, id, clock.instant());
    }

    @WithTransaction
    Uni<Boolean> revoke(Subject subject, UUID id) {
        return repository.delete(subject, id);
    }

    private Uni<Void> storeOnce(Subject subject, UUID id, byte[] sealed) {
        return repository
                .findById(id)
                .onItem()
                .ifNotNull()
                .invoke(
                        stored -> {
                            if (!stored.isOf(subject) || !stored.holds(sealed)) {
                                throw taken();
                            }
                        })
                .onItem()
                .ifNull()
                .switchTo(() -> add(subject, id, sealed))
                .replaceWithVoid();
    }

    private Uni<StoredEnrolment> add(Subject subject, UUID id, byte[] sealed) {
        StoredEnrolment enrolment = new StoredEnrolment();
        enrolment.id = id;
        enrolment.tenant = subject.tenant();
        enrolment.customerId = subject.customer();
        enrolment.sealed = sealed;
        enrolment.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return repository
                .count(subject)
                .invoke(Enrolments::checkRoom)
                .chain(() -> repository.persistAndFlush(enrolment))
                // Another customer's enrolment took the id at the same moment.
                .onFailure(ConstraintViolationException.class)
                .transform(failure -> taken());
    }

    private static void checkRoom(long enrolments) {
        if (enrolments >= AuthenticatorApi.MOST_AUTHENTICATORS) {
            throw ProblemType.CONFLICT.exception(
                    "The customer has %d authenticators already.".formatted(enrolments));
        }
    }

    private static ProblemException taken() {
        return ProblemType.CONFLICT.exception("The id stands for another authenticator.");
    }
}
