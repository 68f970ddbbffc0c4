package io.vouchline.lookup.widget;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tenants' own widgets. */
@ApplicationScoped
class WidgetRepository implements PanacheRepositoryBase<StoredWidget, UUID> {

    /** Keeps these locks apart from those that other uses may have; the value means nothing. */
    private static final int LOCKS = 0x7769_6467;

    private static final String LOCK = "select 1 from pg_advisory_xact_lock(:locks, :tenant)";

    /**
     * Waits until no other change of this tenant's widgets is under way, here or in another
     * instance; lasts as long as the transaction. Tenants that share a hash wait for each other.
     */
    Uni<Void> lock(String tenant) {
        return getSession()
                .chain(
                        session ->
                                session.createNativeQuery(LOCK, Integer.class)
                                        .setParameter("locks", LOCKS)
                                        .setParameter("tenant", tenant.hashCode())
                                        .getSingleResult())
                .replaceWithVoid();
    }

    /** A tenant's widgets, oldest first. */
    Uni<List<StoredWidget>> of(String tenant) {
        return list("tenant = ?1 order by createdAt, id", tenant);
    }

    /** A tenant's widget; null if it has none of this id. */
    Uni<@Nullable StoredWidget> find(String tenant, UUID id) {
        return find("tenant = ?1 and id = ?2", tenant, id).firstResult();
    }

    /** Whether another widget of the same tenant has this name. */
    Uni<Boolean> hasOther(StoredWidget widget, String name) {
        return count("tenant = ?1 and name = ?2 and id <> ?3", widget.tenant, name, widget.id)
                .map(others -> others > 0);
    }
}
