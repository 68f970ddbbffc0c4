package io.vouchline.risk.listing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vouchline.contract.number.NumberHash;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.risk.ListApi.ListKind;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lists, held in memory: an answer never waits for a store. They follow the store within
 * seconds; while it cannot be reached they stay as they were, and before they were loaded once they
 * say nothing of any number.
 *
 * <p>Of several entries that cover a number the most specific decides: one of the number itself,
 * then the prefix or range that covers the fewest numbers of that length, then the region. Of two
 * that are as specific the tenant's own decides before one for all tenants, and then DENY before
 * ALLOW. Expired entries do not count.
 */
@Singleton
public class Lists {

    private final NumberHash numbers;
    private final InstantSource clock;
    private volatile @Nullable Loaded loaded;

    @Inject
    Lists(NumberHash numbers, MeterRegistry metrics) {
        this(numbers, InstantSource.system(), metrics);
    }

    Lists(NumberHash numbers, InstantSource clock, MeterRegistry metrics) {
        this.numbers = numbers;
        this.clock = clock;
        Gauge _ =
                Gauge.builder("vouchline.lists.entries", this, Lists::size)
                        .description("Entries of all lists in memory")
                        .register(metrics);
        Gauge _ =
                Gauge.builder("vouchline.lists.age", this, Lists::age)
                        .description("Time since the lists were last known to be current")
                        .baseUnit("seconds")
                        .register(metrics);
    }

    /**
     * What the lists that hold for this tenant say of a number.
     *
     * @param region the number's ISO 3166-1 alpha-2 region, if it has one
     */
    public Listed of(String tenant, PhoneNumber number, Optional<String> region) {
        return covering(tenant, number, region).stream()
                .findFirst()
                .map(
                        match ->
                                match.entry().list() == ListKind.DENY
                                        ? Listed.DENIED
                                        : Listed.ALLOWED)
                .orElse(Listed.NOWHERE);
    }

    /** Whether the lists were loaded once: until then they say nothing of any number. */
    public boolean loaded() {
        return loaded != null;
    }

    /** All entries that cover the number for this tenant; the one that decides comes first. */
    List<Match> covering(String tenant, PhoneNumber number, Optional<String> region) {
        return index().covering(numbers, tenant, number, region, clock.instant());
    }

    /** What is held now. */
    Index index() {
        Loaded now = loaded;
        return now == null ? Index.EMPTY : now.index();
    }

    /** Follows the store: from here on these entries hold. */
    void become(Index index) {
        loaded = new Loaded(index, clock.instant());
    }

    private double size() {
        return index().size();
    }

    private double age() {
        Loaded now = loaded;
        return now == null
                ? Double.NaN
                : Duration.between(now.at(), clock.instant()).toMillis() / 1000.0;
    }

    private record Loaded(Index index, Instant at) {}
}
