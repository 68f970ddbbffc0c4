package io.vouchline.lookup.account;

import io.vouchline.contract.lookup.AccountNumber;
import io.vouchline.lookup.vault.BlindIndex;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The blind index of account numbers. */
@Singleton
public final class AccountIndex {

    private final BlindIndex index;

    AccountIndex(BlindIndex index) {
        this.index = index;
    }

    /** The value of {@code account.number_index} for this number. */
    public UUID of(String tenant, AccountNumber number) {
        return index.of(tenant, "account", number.value());
    }
}
