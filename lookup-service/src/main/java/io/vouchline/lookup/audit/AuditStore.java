package io.vouchline.lookup.audit;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Where audit entries are kept. */
interface AuditStore {

    /** Adds entries; ends when they are committed. */
    Uni<Void> add(List<AuditEntry> entries);
}
