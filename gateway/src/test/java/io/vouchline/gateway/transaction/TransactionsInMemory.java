package io.vouchline.gateway.transaction;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Stands in where no store of transactions is there. */
@DefaultBean
@Singleton
class TransactionsInMemory implements Transactions {

    private final Map<String, Transaction> kept = new ConcurrentHashMap<>();

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
