package io.vouchline.gateway.callback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vouchline.gateway.callback.Destinations.ForbiddenException;
import io.vouchline.gateway.transaction.Transaction;
import io.vouchline.gateway.transaction.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Tries to send a report: once, and within five seconds, as Telesign gives its receivers. */
@Singleton
class Tries {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final CallbackKeys keys;
    private final Destinations destinations;
    private final ReportPost post;
    private final ObjectMapper json;
    private final Duration longest;

    @Inject
    Tries(
            Transactions transactions,
            CallbackKeys keys,
            Destinations destinations,
            ReportPost post,
            ObjectMapper json) {
        this(transactions, keys, destinations, post, json, LONGEST);
    }

    Tries(
            Transactions transactions,
            CallbackKeys keys,
            Destinations destinations,
            ReportPost post,
            ObjectMapper json,
            Duration longest) {
        this.transactions = transactions;
        this.keys = keys;
        this.destinations = destinations;
        this.post = post;
        this.json = json;
        this.longest = longest;
    }

    /** What one try comes to. Fails only if our own store does. */
    Uni<Verdict> of(Report report) {
        return transactions.find(report.reference()).chain(found -> send(report, found));
    }

    private Uni<Verdict> send(Report report, Optional<Transaction> found) {
        URI callback = found.map(Transaction::callback).orElse(null);
        if (callback == null) {
            return Uni.createFrom().item(Verdict.FORGOTTEN);
        }
        return keys.of(report.client())
                .map(key -> send(report, key, callback, written(report, found.orElseThrow())))
                .orElseGet(() -> Uni.createFrom().item(Verdict.UNSIGNED));
    }

    private Uni<Verdict> send(Report report, CallbackKey key, URI callback, byte[] body) {
        return destinations
                .find(report.client(), callback)
                .chain(to -> post.post(to, ReportPost.headers(key, body), body))
                .map(Verdict::ofStatus)
                .ifNoItem()
                .after(longest)
                .recoverWithItem(Verdict.FAILED)
                .onFailure(ForbiddenException.class)
                .recoverWithItem(Verdict.FORBIDDEN)
                .onFailure()
                .recoverWithItem(Verdict.FAILED);
    }

    private byte[] written(Report report, Transaction transaction) {
        try {
            return json.writeValueAsBytes(ReportBody.of(report, transaction));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report cannot be written", e);
        }
    }
}
