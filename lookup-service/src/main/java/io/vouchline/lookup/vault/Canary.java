package io.vouchline.lookup.vault;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The row with a known text that proves keyset and index key. */
@Entity
@Table(name = "canary")
class Canary {

    @Id String name = "";
    byte[] sealed = {};
    UUID value = new UUID(0, 0);
}
