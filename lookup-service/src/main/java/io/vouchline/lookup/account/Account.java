package io.vouchline.lookup.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code account}: {@code details} is a sealed {@link AccountDetails}. */
@Entity
@Table(name = "account")
public class Account {

    @Id public UUID id = new UUID(0, 0);

    public String tenant = "";

    @Column(name = "number_index")
    public UUID numberIndex = new UUID(0, 0);

    public byte[] details = {};

    @Column(name = "updated_at")
    public Instant updatedAt = Instant.EPOCH;
}
