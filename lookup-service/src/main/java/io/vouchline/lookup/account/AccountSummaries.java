package io.vouchline.lookup.account;

import io.vouchline.contract.lookup.LookupApi.AccountSummary;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Summarizes accounts as the Dialogflow document defines it. */
public final class AccountSummaries {

    private AccountSummaries() {}

    /**
     * Counts each account once, however many of the persons hold it, and tells the last four digits
     * only of a single one.
     */
    public static AccountSummary of(Collection<HeldAccount> held, @Nullable String email) {
        Map<UUID, HeldAccount> distinct = new LinkedHashMap<>();
        held.forEach(account -> distinct.putIfAbsent(account.id(), account));
        String lastFour =
                distinct.size() == 1
                        ? distinct.values().iterator().next().details().number().lastFour()
                        : null;
        return new AccountSummary(distinct.size(), lastFour, email);
    }
}
