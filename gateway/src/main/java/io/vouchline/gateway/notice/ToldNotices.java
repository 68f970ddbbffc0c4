package io.vouchline.gateway.notice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vouchline.contract.lookup.ContactChangeApi.ContactChange;
import io.vouchline.contract.lookup.ContactChangeApi.Notice;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;

/**
 * What this replica has told of changes that it could not settle. A change is settled as a whole:
 * without this memory a customer would be told by mail again and again while the carrier of text
 * messages is away. At most 10,000 are remembered, for a day.
 */
@Singleton
final class ToldNotices {

    private final Cache<Told, Boolean> told =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofDays(1)).build();

    boolean contains(ContactChange change, Notice notice) {
        return told.getIfPresent(new Told(change.id(), notice)) != null;
    }

    void add(ContactChange change, Notice notice) {
        told.put(new Told(change.id(), notice), true);
    }

    void forget(ContactChange change) {
        change.notices().forEach(notice -> told.invalidate(new Told(change.id(), notice)));
    }

    private record Told(UUID change, Notice notice) {}
}
