package io.vouchline.lookup.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code customer}: {@code profile} is a sealed {@link Profile}. */
@Entity
@Table(name = "customer")
public class Customer {

    @Id public UUID id = new UUID(0, 0);

    public String tenant = "";

    public byte[] profile = {};

    @Column(name = "updated_at")
    public Instant updatedAt = Instant.EPOCH;
}
