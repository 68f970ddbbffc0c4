package io.vouchline.lookup.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code customer_key}: a blind index by which a customer is found. */
@Entity
@Immutable
@Table(name = "customer_key")
@IdClass(CustomerKey.Key.class)
public class CustomerKey {

    /** The kind of phones. */
    public static final String PHONE = "phone";

    /** The kind of mailboxes. */
    public static final String MAILBOX = "mailbox";

    @Id public String tenant = "";
    @Id public String kind = "";
    @Id public UUID value = new UUID(0, 0);

    @Id
    @Column(name = "customer_id")
    public UUID customerId = new UUID(0, 0);

    /** The place in the profile's list of this kind, from 0. */
    public short position;

    @Column(name = "changed_at")
    public @Nullable Instant changedAt;

    /** The composite key. */
    public record Key(String tenant, String kind, UUID value, UUID customerId) {}
}
