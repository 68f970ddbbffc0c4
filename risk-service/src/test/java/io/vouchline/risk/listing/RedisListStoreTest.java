package io.vouchline.risk.listing;

import static io.vouchline.contract.testing.RedisConnection.await;
import static io.vouchline.risk.listing.ListingFixture.NUMBERS;
import static io.vouchline.risk.listing.ListingFixture.listing;
import static io.vouchline.risk.listing.ListingFixture.subject;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.risk.ListApi.ListKind;
import io.vouchline.contract.testing.RedisStoreTest;
import io.vouchline.contract.testing.Settings;
import io.vouchline.risk.listing.ListStore.Change;
import io.vouchline.risk.listing.ListStore.Changes;
import io.vouchline.risk.listing.ListStore.Kept;
import io.vouchline.risk.listing.ListStore.Outcome;
import io.vouchline.risk.listing.ListStore.Page;
import io.vouchline.risk.listing.ListStore.Placed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisListStoreTest extends RedisStoreTest {

    private static final PhoneNumber NUMBER = PhoneNumber.ofE164("+46706170786");
    private static final Optional<String> SWEDEN = Optional.of("SE");

    private ListStore store;

    @BeforeEach
    void begin() {
        forgetAll();
        store = store(Map.of());
    }

    private void forgetAll() {
        for (String key : List.of("state", "entries", "changes", "removed", "ending", "order")) {
            assertTrue(await(redis.del(List.of("{risk:lists}:" + key))).toInteger() >= 0);
        }
    }

    private ListStore store(Map<String, String> settings) {
        return new RedisListStore(redis, Settings.of(ListConfig.class, settings), clock);
    }

    @Test
    void of10000ParallelAddsOfOneEntryOneAddsIt() {
        Listing listing = entry("bank", ListKind.DENY, "+46706170786");
        List<Outcome> outcomes =
                await(
                                Uni.join()
                                        .all(
                                                IntStream.range(0, 10_000)
                                                        .mapToObj(i -> store.add(List.of(listing)))
                                                        .toList())
                                        .usingConcurrencyOf(16)
                                        .andFailFast())
                        .stream()
                        .map(placed -> placed.orElseThrow().getFirst().outcome())
                        .toList();
        assertEquals(1, Collections.frequency(outcomes, Outcome.ADDED));
        assertEquals(9_999, Collections.frequency(outcomes, Outcome.UNCHANGED));
        assertEquals(1, await(store.changes(0, 10)).latest());
    }

    @Test
    void anEntryThatDiffersReplacesWhatWasThereAndIsTold() {
        Instant end = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
        Listing first = entry("bank", ListKind.DENY, "+46706170786");
        Listing second = listing("bank", ListKind.DENY, subject("+46706170786"), end);
        Placed added = add(first);
        clock.moveTo(Duration.ofHours(1));
        assertEquals(added.since(), add(first).since(), "since it was added, not since repeated");
        Placed replaced = add(second);
        assertEquals(Outcome.REPLACED, replaced.outcome());
        assertTrue(replaced.since().isAfter(added.since()));
        Kept kept = await(store.entries(List.of(first.id()))).getFirst();
        assertEquals(second, kept.listing());
        assertEquals(replaced.since(), kept.since());
        assertEquals(2, await(store.changes(0, 10)).latest());
        assertEquals(1, await(store.changes(0, 10)).changes().size());
    }

    @Test
    void noNumberIsKeptInClear() {
        Placed _ = add(entry("bank", ListKind.DENY, "+46706170786"));
        var all = await(redis.hgetall("{risk:lists}:entries")).toString();
        assertFalse(all.contains("706170786"), all);
        assertTrue(all.contains("+46*******86"), all);
    }

    @Test
    void anOwnerHasNoMoreEntriesThanItMayAndWhatIsThereNeverCountsAgainstIt() {
        store = store(Map.of("most-entries", "3"));
        List<Listing> three =
                Stream.of("+461*", "+462*", "+463*")
                        .map(text -> entry("bank", ListKind.DENY, text))
                        .toList();
        Listing fourth = entry("bank", ListKind.ALLOW, "+464*");
        assertEquals(Optional.empty(), await(store.add(with(three, fourth))));
        assertEquals(0, await(store.changes(0, 10)).latest(), "all or none");
        assertTrue(await(store.add(three)).isPresent());
        assertEquals(Optional.empty(), await(store.add(List.of(fourth))));
        assertTrue(await(store.add(three)).isPresent());
        assertTrue(await(store.add(List.of(entry("bank2", ListKind.DENY, "+464*")))).isPresent());
        assertTrue(await(store.remove(three.getFirst().id())));
        assertTrue(await(store.add(List.of(fourth))).isPresent());
    }

    @Test
    void ofRacingAddsOnlyAsManyComeInAsThereIsRoom() {
        store = store(Map.of("most-entries", "10"));
        List<Optional<List<Placed>>> answers =
                await(
                        Uni.join()
                                .all(
                                        IntStream.range(100, 164)
                                                .mapToObj(
                                                        i ->
                                                                entry(
                                                                        "bank",
                                                                        ListKind.DENY,
                                                                        "+46" + i + "*"))
                                                .map(listing -> store.add(List.of(listing)))
                                                .toList())
                                .andFailFast());
        assertEquals(10, answers.stream().filter(Optional::isPresent).count());
        assertEquals(10, await(store.page("bank", Optional.empty(), "", 500)).entries().size());
    }

    @Test
    void anEntryThatEndedTakesNoRoomIsNotListedAndIsToldAsRemoved() {
        store = store(Map.of("most-entries", "1"));
        Listing ending =
                listing("bank", ListKind.DENY, subject("SE"), Instant.now().plusSeconds(60));
        Placed _ = add(ending);
        clock.moveTo(Duration.ofSeconds(61));
        assertEquals(List.of(), await(store.page("bank", Optional.empty(), "", 10)).entries());
        assertEquals(List.of(), await(store.entries(List.of(ending.id()))));
        Placed _ = add(entry("bank", ListKind.DENY, "FI"));
        List<Change> changes = await(store.changes(0, 10)).changes();
        assertEquals(ending.id(), changes.getFirst().id());
        assertEquals(Optional.empty(), changes.getFirst().listing());
        assertFalse(await(store.remove(ending.id())));
    }

    @Test
    void removingSaysWhetherThereWasAnEntry() {
        Listing listing = entry("bank", ListKind.DENY, "SE");
        assertFalse(await(store.remove(listing.id())));
        Placed _ = add(listing);
        assertTrue(await(store.remove(listing.id())));
        assertFalse(await(store.remove(listing.id())));
        assertEquals(Outcome.ADDED, add(listing).outcome());
    }

    @Test
    void pagesHoldAllEntriesOfOneOwnerOnceAndOfOneListIfWanted() {
        List<Listing> own = new ArrayList<>();
        for (int i = 10; i < 35; i++) {
            own.add(entry("bank", i % 2 == 0 ? ListKind.ALLOW : ListKind.DENY, "+46" + i + "*"));
            Placed _ = add(own.getLast());
            Placed _ = add(entry("ban", ListKind.DENY, "+46" + i + "*"));
            Placed _ = add(entry("bank2", ListKind.DENY, "+46" + i + "*"));
            Placed _ = add(entry(Owner.ALL, ListKind.DENY, "+46" + i + "*"));
        }
        assertEquals(sorted(own), pages("bank", Optional.empty()));
        for (ListKind list : ListKind.values()) {
            assertEquals(
                    sorted(own.stream().filter(listing -> listing.list() == list).toList()),
                    pages("bank", Optional.of(list)));
        }
        assertEquals(25, pages(Owner.ALL, Optional.empty()).size());
        assertEquals(List.of(), pages("nobody", Optional.empty()));
    }

    @Test
    void tracesOfRemovalsGoAfterADayAndWhoMissedThemIsTold() {
        Listing gone = entry("bank", ListKind.DENY, "SE");
        Placed _ = add(gone);
        assertTrue(await(store.remove(gone.id())));
        clock.moveTo(Duration.ofHours(23));
        Placed _ = add(entry("bank", ListKind.DENY, "FI"));
        assertEquals(0, await(store.changes(0, 10)).floor());
        assertEquals(2, await(store.changes(0, 10)).changes().size());
        clock.moveTo(Duration.ofHours(25));
        Placed _ = add(entry("bank", ListKind.DENY, "NO"));
        Changes later = await(store.changes(0, 10));
        assertEquals(2, later.floor());
        assertEquals(2, later.changes().size());
    }

    @Test
    void twoReplicasFollowTheStoreAndAgree() {
        Replica one = new Replica();
        Replica other = new Replica();
        assertFalse(one.lists.loaded());
        assertEquals(Listed.NOWHERE, one.says("bank"));
        one.look();
        assertTrue(one.lists.loaded());
        Listing denied = entry("bank", ListKind.DENY, "+46706170786");
        Placed _ = add(denied);
        one.look();
        other.look();
        assertEquals(Listed.DENIED, one.says("bank"));
        assertEquals(Listed.DENIED, other.says("bank"));
        assertEquals(Listed.NOWHERE, other.says("other"));
        Placed _ = add(entry(Owner.ALL, ListKind.ALLOW, "SE"));
        assertTrue(await(store.remove(denied.id())));
        one.look();
        other.look();
        assertEquals(Listed.ALLOWED, one.says("bank"));
        assertEquals(Listed.ALLOWED, other.says("other"));
    }

    @Test
    void aReplicaLoadsMoreThanAPageAndThenOnlyWhatChanged() {
        for (int i = 0; i < 5; i++) {
            List<Listing> portion = new ArrayList<>();
            for (int j = 0; j < 500; j++) {
                portion.add(entry("bank", ListKind.DENY, "+46" + (100_000 + i * 500 + j) + "*"));
            }
            assertTrue(await(store.add(portion)).isPresent());
        }
        Replica replica = new Replica();
        replica.look();
        assertEquals(2_500, replica.lists.index().size());
        Placed _ = add(entry("bank", ListKind.DENY, "SE"));
        replica.look();
        assertEquals(2_501, replica.lists.index().size());
        Index same = replica.lists.index();
        replica.look();
        assertEquals(same, replica.lists.index(), "nothing is built anew for nothing");
    }

    @Test
    void aReplicaThatWasAwayForDaysForgetsWhatWasRemovedMeanwhile() {
        Listing gone = entry("bank", ListKind.DENY, "+46706170786");
        Placed _ = add(gone);
        Replica replica = new Replica();
        replica.look();
        assertEquals(Listed.DENIED, replica.says("bank"));
        assertTrue(await(store.remove(gone.id())));
        clock.moveTo(Duration.ofHours(25));
        Placed _ = add(entry("bank", ListKind.DENY, "FI"));
        replica.look();
        assertEquals(Listed.NOWHERE, replica.says("bank"));
        Index same = replica.lists.index();
        replica.look();
        assertEquals(same, replica.lists.index(), "it begins anew once");
    }

    @Test
    void aReplicaOfAStoreThatBeganAnewBeginsAnewToo() {
        Placed _ = add(entry("bank", ListKind.DENY, "+46706170786"));
        Replica replica = new Replica();
        replica.look();
        forgetAll();
        Placed _ = add(entry("bank", ListKind.DENY, "FI"));
        Placed _ = add(entry("bank", ListKind.DENY, "NO"));
        replica.look();
        assertEquals(Listed.NOWHERE, replica.says("bank"));
        assertEquals(2, replica.lists.index().size());
    }

    private final class Replica {

        final Lists lists = new Lists(NUMBERS, InstantSource.system(), new SimpleMeterRegistry());
        final Refresher refresher =
                new Refresher(store, lists, Settings.defaults(ListConfig.class));

        void look() {
            Void _ = await(refresher.refresh());
        }

        Listed says(String tenant) {
            return lists.of(tenant, NUMBER, SWEDEN);
        }
    }

    private List<Listing> pages(String owner, Optional<ListKind> list) {
        List<Listing> all = new ArrayList<>();
        Optional<String> after = Optional.of("");
        while (after.isPresent()) {
            Page page = await(store.page(owner, list, after.get(), 4));
            all.addAll(page.entries().stream().map(Kept::listing).toList());
            after = page.next();
        }
        return all;
    }

    private static List<Listing> sorted(List<Listing> listings) {
        return listings.stream().sorted(Comparator.comparing(Listing::id)).toList();
    }

    private static List<Listing> with(List<Listing> listings, Listing one) {
        return Stream.concat(listings.stream(), Stream.of(one)).toList();
    }

    private Placed add(Listing listing) {
        return await(store.add(List.of(listing))).orElseThrow().getFirst();
    }

    private static Listing entry(String owner, ListKind list, String text) {
        return listing(owner, list, subject(text));
    }
}
