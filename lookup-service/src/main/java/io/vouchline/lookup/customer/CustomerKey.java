package io.vouchline.lookup.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of {@code customer_key}: a blind index by which a customer is found. */
@Entity
@Table(name = "customer_key")
@IdClass(CustomerKey.Key.class)
public class CustomerKey {

    /** The kind of the institution's own durable id. */
    public static final String ID = "id";

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

    /** The composite key. */
    public record Key(String tenant, String kind, UUID value, UUID customerId) {}
}
