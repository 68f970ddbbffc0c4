package io.vouchline.lookup.authenticator;

import io.vouchline.contract.lookup.AuthenticatorApi.Authenticator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code authenticator}. */
@Entity
@Table(name = "authenticator")
public class StoredEnrolment {

    /** Chosen by whoever enrols. */
    @Id public UUID id = new UUID(0, 0);

    public String tenant = "";

    @Column(name = "customer_id")
    public UUID customerId = new UUID(0, 0);

    /** Sealed elsewhere: this service has no key for it. */
    public byte[] sealed = {};

    @Column(name = "created_at")
    public Instant createdAt = Instant.EPOCH;

    /** Null while the enrolment is pending. */
    @Column(name = "confirmed_at")
    public @Nullable Instant confirmedAt;

    boolean isOf(Subject subject) {
        return tenant.equals(subject.tenant()) && customerId.equals(subject.customer());
    }

    boolean holds(byte[] bytes) {
        return Arrays.equals(sealed, bytes);
    }

    Authenticator told() {
        return new Authenticator(id, sealed, confirmedAt, createdAt);
    }
}
