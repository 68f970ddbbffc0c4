package io.vouchline.lookup.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/**
 * A row of {@code customer}: {@code profile} is a sealed {@link Profile}. Written by loads alone.
 */
@Entity
@Immutable
@Table(name = "customer")
public class Customer {

    @Id public UUID id = new UUID(0, 0);

    public String tenant = "";

    public byte[] profile = {};

    @Column(name = "updated_at")
    public Instant updatedAt = Instant.EPOCH;

    @OneToMany
    @JoinColumn(name = "customer_id", insertable = false, updatable = false)
    public List<CustomerKey> keys = List.of();
}
