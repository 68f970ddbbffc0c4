package io.vouchline.lookup.audit;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** Where audit entries are kept. */
interface AuditStore {

    /** Adds entries; ends when they are committed. */
    Uni<Void> add(List<AuditEntry> entries);

    /** Who read about a subject: newest first, at most 10,000. */
    Uni<List<ReadEntry>> readsOf(String tenant, UUID subject);
}
