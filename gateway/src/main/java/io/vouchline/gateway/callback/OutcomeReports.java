package io.vouchline.gateway.callback;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vouchline.contract.otp.OtpApi;
import io.vouchline.contract.outcome.OutcomeLoop;
import io.vouchline.contract.outcome.OutcomeLoop.Pace;
import io.vouchline.contract.outcome.OutcomeStreams;
import io.vouchline.contract.outcome.OutcomeStreams.Told;
import io.vouchline.gateway.callback.Reports.Added;
import io.vouchline.gateway.transaction.Transaction;
import io.vouchline.gateway.transaction.Transactions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Makes reports of what happened to codes, where a transaction has somebody who is to be told. An
 * event is finished after its report is queued; one that is told again makes no second report.
 */
@Singleton
class OutcomeReports {

    private static final Logger LOGGER = Logger.getLogger(OutcomeReports.class);
    private static final Pattern REFERENCE = Pattern.compile(OtpApi.REFERENCE);
    private static final Duration YOUNG = Duration.ofSeconds(5);

    private final OutcomeLoop loop;
    private final Transactions transactions;
    private final Reports reports;
    private final CallbackKeys keys;
    private final CallbackConfig config;
    private final MeterRegistry metrics;
    private final InstantSource clock = InstantSource.system();
    private Cancellable looking = () -> {};

    OutcomeReports(
            OutcomeStreams streams,
            Transactions transactions,
            Reports reports,
            CallbackKeys keys,
            CallbackConfig config,
            MeterRegistry metrics) {
        this.loop =
                new OutcomeLoop(
                        streams,
                        new Pace(config.pause(), config.takeOver(), config.batch()),
                        this::report,
                        begun -> LOGGER.trace("all streams were read"));
        this.transactions = transactions;
        this.reports = reports;
        this.keys = keys;
        this.config = config;
        this.metrics = metrics;
    }

    void begin(@Observes StartupEvent started) {
        if (config.enabled() && !keys.clients().isEmpty()) {
            looking = loop.begin();
        }
    }

    void end(@Observes ShutdownEvent stopping) {
        looking.cancel();
    }

    /** Queues the report of an event, if it makes one. */
    Uni<Void> report(Told told) {
        return ending(told)
                .map(
                        ending ->
                                transactions
                                        .find(ending.reference())
                                        .invoke(found -> lookAgain(told, ending, found))
                                        .chain(found -> report(ending, found)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /**
     * An event can come before its transaction is kept, where a carrier is quicker than our answer.
     * Nobody waits for the second look: most events are of no transaction at all.
     */
    private void lookAgain(Told told, Ending ending, Optional<Transaction> found) {
        boolean mayCome =
                found.isEmpty()
                        && keys.clients().contains(told.fields().getOrDefault("client", ""))
                        && ending.at().isAfter(clock.instant().minus(YOUNG));
        if (mayCome) {
            Cancellable _ =
                    Uni.createFrom()
                            .voidItem()
                            .onItem()
                            .delayIt()
                            .by(YOUNG)
                            .chain(() -> transactions.find(ending.reference()))
                            .chain(later -> report(ending, later))
                            .subscribe()
                            .with(
                                    _ -> {},
                                    failure -> LOGGER.warnf("an event was not told: %s", failure));
        }
    }

    private Uni<Void> report(Ending ending, Optional<Transaction> found) {
        return found.filter(transaction -> transaction.callback() != null)
                .map(transaction -> report(ending, transaction))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> report(Ending ending, Transaction transaction) {
        if (keys.of(transaction.client()).isEmpty()) {
            count(Verdict.UNSIGNED.label());
            return Uni.createFrom().voidItem();
        }
        return reports.add(
                        new Report(
                                transaction.client(),
                                transaction.reference(),
                                ending.status(),
                                ending.at()))
                .invoke(
                        added -> {
                            if (added == Added.FULL) {
                                count("dropped");
                            }
                        })
                .replaceWithVoid();
    }

    private void count(String result) {
        metrics.counter(Sending.REPORTS, "result", result).increment();
    }

    private static Optional<Ending> ending(Told told) {
        try {
            return Ending.read(told.fields());
        } catch (IllegalArgumentException e) {
            LOGGER.warnf("event %s is left out: %s", told.position(), e.getMessage());
            return Optional.empty();
        }
    }

    /** What an event says of a transaction for good. */
    private record Ending(String reference, ReportStatus status, Instant at) {

        static Optional<Ending> read(Map<String, String> fields) {
            return ReportStatus.of(
                            fields.getOrDefault("event", ""), fields.getOrDefault("channel", ""))
                    .map(status -> of(fields, status));
        }

        private static Ending of(Map<String, String> fields, ReportStatus status) {
            String reference = fields.getOrDefault("reference", "");
            if (!REFERENCE.matcher(reference).matches()) {
                throw new IllegalArgumentException("its reference is of an unknown form");
            }
            long at = Long.parseLong(fields.getOrDefault("at", ""));
            return new Ending(reference, status, Instant.ofEpochMilli(at));
        }
    }
}
