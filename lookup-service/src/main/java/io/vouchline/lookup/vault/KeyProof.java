package io.vouchline.lookup.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vouchline.lookup.vault.BlindIndex.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.UUID;

/**
 * Proves that the mounted keys are those the data was written with. Without it, a wrong index key
 * would make every customer unknown, and a wrong keyset would show only at the first look-up.
 */
@ApplicationScoped
public class KeyProof {

    private static final String NAME = "vault";
    private static final UUID ROW = new UUID(0, 0);
    private static final byte[] KNOWN = "vouchline".getBytes(UTF_8);

    private final CanaryRepository canaries;
    private final Vault vault;
    private final BlindIndex index;

    KeyProof(CanaryRepository canaries, Vault vault, BlindIndex index) {
        this.canaries = canaries;
        this.vault = vault;
        this.index = index;
    }

    /**
     * Checks the canary row; writes it if the database has none yet. Fails with {@link
     * WrongKeysException} if the keys are others than those of the data. A row that opens is sealed
     * anew, with the keyset's primary key, so that this row is none that keeps an old key alive.
     */
    @WithTransaction
    public Uni<Void> prove() {
        return canaries.findById(NAME)
                .onItem()
                .ifNotNull()
                .invoke(this::check)
                .onItem()
                .ifNull()
                .switchTo(() -> canaries.persist(fresh()))
                .replaceWithVoid();
    }

    private void check(Canary canary) {
        if (!canary.value.equals(index.of(NAME, Kind.CANARY, NAME))) {
            throw new WrongKeysException("vouchline.vault.index-key-file");
        }
        try {
            if (Arrays.equals(vault.open(canary.sealed, NAME, ROW), KNOWN)) {
                canary.sealed = vault.seal(KNOWN, NAME, ROW);
                return;
            }
        } catch (SealException e) {
            // Told below, with the setting.
        }
        throw new WrongKeysException("vouchline.vault.keyset-file");
    }

    private Canary fresh() {
        Canary canary = new Canary();
        canary.name = NAME;
        canary.sealed = vault.seal(KNOWN, NAME, ROW);
        canary.value = index.of(NAME, Kind.CANARY, NAME);
        return canary;
    }

    /** The keys are not those that the data was written with: starting would be harmful. */
    public static final class WrongKeysException extends RuntimeException {

        WrongKeysException(String setting) {
            super(
                    setting
                            + " names other keys than those this database was written with; mount those, or use another database");
        }
    }
}
