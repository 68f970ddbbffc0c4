package io.vouchline.lookup.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/**
 * A row of {@code account}: {@code details} is a sealed {@link AccountDetails}. Written by loads
 * alone.
 */
@Entity
@Immutable
@Table(name = "account")
public class Account {

    @Id public UUID id = new UUID(0, 0);

    public String tenant = "";

    public byte[] details = {};
}
