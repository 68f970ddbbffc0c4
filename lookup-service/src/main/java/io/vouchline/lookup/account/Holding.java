package io.vouchline.lookup.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code holding}: a person, an account, a capacity. */
@Entity
@Immutable
@Table(name = "holding")
@IdClass(Holding.Key.class)
public class Holding {

    @Id
    @Column(name = "customer_id")
    public UUID customerId = new UUID(0, 0);

    @Id
    @Column(name = "account_id")
    public UUID accountId = new UUID(0, 0);

    @Enumerated(EnumType.STRING)
    public Capacity capacity = Capacity.SELF;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account_id", insertable = false, updatable = false)
    public @Nullable Account account;

    /** The composite key. */
    public record Key(UUID customerId, UUID accountId) {}
}
