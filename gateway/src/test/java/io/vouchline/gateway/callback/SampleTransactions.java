package io.vouchline.gateway.callback;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.risk.RiskApi;
import io.vouchline.contract.risk.RiskApi.Assessment;
import io.vouchline.gateway.transaction.Transaction;
import io.vouchline.gateway.transaction.Transaction.Kind;
import io.vouchline.gateway.transaction.Transactions;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Transactions of tests. */
final class SampleTransactions implements Transactions {

    static final String REFERENCE = "A123456789ABCDEF0123456789ABCDEF";
    static final Instant SUBMITTED = Instant.parse("2026-01-31T12:00:00.123456Z");

    private final Map<String, Transaction> kept = new ConcurrentHashMap<>();

    static Transaction transaction(
            String reference,
            String client,
            @Nullable String callback,
            @Nullable Assessment assessment) {
        return new Transaction(
                reference,
                "bank",
                client,
                Kind.CALL,
                false,
                false,
                true,
                callback == null ? null : URI.create(callback),
                assessment,
                SUBMITTED);
    }

    static Assessment assessment() {
        RiskApi.Cleansed cleansed = new RiskApi.Cleansed(100, "1", 10, 10, "6502530000");
        return new Assessment(
                new RiskApi.PhoneType("2", "MOBILE"),
                new RiskApi.Risk("allow", 82, "very low", List.of(), "1"),
                new RiskApi.Numbering(
                        "6502530000",
                        10,
                        10,
                        "1",
                        new RiskApi.Original("6502530000", "16502530000", "1"),
                        new RiskApi.Cleansing(cleansed, cleansed)),
                null,
                "California",
                "US",
                false,
                false);
    }

    @Override
    public Uni<Void> keep(Transaction transaction) {
        kept.put(transaction.reference(), transaction);
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Optional<Transaction>> find(String reference) {
        return Uni.createFrom().item(Optional.ofNullable(kept.get(reference)));
    }
}
