package io.vouchline.risk.listing;

import static io.vouchline.risk.listing.ListingFixture.NUMBERS;
import static io.vouchline.risk.listing.ListingFixture.listing;
import static io.vouchline.risk.listing.ListingFixture.subject;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.risk.ListApi.ListKind;
import io.vouchline.risk.listing.ListStore.Change;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexTest {

    private static final PhoneNumber NUMBER = PhoneNumber.ofE164("+46706170786");
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    /** Entries as "owner list subject", of which an owner "all" stands for all tenants. */
    @ParameterizedTest
    @CsvSource({
        "DENIED,  bank DENY +46706170786",
        "ALLOWED, bank ALLOW +46706170786",
        "NOWHERE, bank DENY +46706170787",
        "NOWHERE, other DENY +46706170786",
        "NOWHERE, other DENY +46*",
        "NOWHERE, other DENY SE",
        "DENIED,  all DENY +46706170786",
        "DENIED,  all DENY +4*",
        "DENIED,  all DENY SE",
        "NOWHERE, all DENY FI",
        "DENIED,  bank DENY +46706170786*",
        "NOWHERE, bank DENY +467061707860*",
        "DENIED,  bank DENY +46706170786..+46706170787",
        "DENIED,  bank DENY +46706170785..+46706170786",
        "NOWHERE, bank DENY +46706170787..+46706170788",
        "NOWHERE, bank DENY +4670617078..+4670617079",
        "NOWHERE, bank DENY +467061707860..+467061707869",
        // The number itself before all else.
        "ALLOWED, bank ALLOW +46706170786; bank DENY +46706170786*; bank DENY SE",
        "ALLOWED, all ALLOW +46706170786; bank DENY +4670617078*",
        // The longer prefix before the shorter one, whoever's it is.
        "ALLOWED, bank ALLOW +46706*; bank DENY +4670*",
        "ALLOWED, all ALLOW +46706*; bank DENY +4670*",
        // The smaller range, and ranges beside prefixes: who covers less.
        "ALLOWED, bank ALLOW +46706170700..+46706170799; bank DENY +46706170000..+46706170999",
        "ALLOWED, bank ALLOW +46706170780..+46706170788; bank DENY +4670617078*",
        "ALLOWED, bank ALLOW +4670617078*; bank DENY +46706170780..+46706170790",
        "ALLOWED, bank ALLOW +4*; bank DENY SE",
        // As specific: the tenant's own, then DENY.
        "ALLOWED, bank ALLOW +4670*; all DENY +4670*",
        "ALLOWED, bank ALLOW SE; all DENY SE",
        "ALLOWED, bank ALLOW +46706170786; all DENY +46706170786",
        "DENIED,  bank ALLOW +46706170786; bank DENY +46706170786",
        "DENIED,  all ALLOW SE; all DENY SE",
        "DENIED,  bank ALLOW +4670617078*; bank DENY +46706170780..+46706170789",
        "ALLOWED, bank ALLOW +46706170780..+46706170789; all DENY +4670617078*",
    })
    void theMostSpecificEntryDecidesThenTheTenantsOwnThenDeny(Listed verdict, String entries) {
        List<Listing> listings =
                Arrays.stream(entries.split("; ", -1)).map(IndexTest::entry).toList();
        assertEquals(verdict, lists(listings, NOW).of("bank", NUMBER, Optional.of("SE")));
        assertEquals(
                verdict,
                lists(listings.reversed(), NOW).of("bank", NUMBER, Optional.of("SE")),
                "in whatever order they were added");
    }

    @Test
    void anEntryCountsUntilItEndsAndThenTheNextOneDecides() {
        List<Listing> listings =
                List.of(
                        listing("bank", ListKind.DENY, subject("+46706170786"), NOW),
                        listing("bank", ListKind.ALLOW, subject("SE")));
        Optional<String> region = Optional.of("SE");
        assertEquals(Listed.DENIED, lists(listings, NOW.minusMillis(1)).of("bank", NUMBER, region));
        assertEquals(Listed.ALLOWED, lists(listings, NOW).of("bank", NUMBER, region));
    }

    @Test
    void aNumberWithoutRegionIsOnNoListOfARegion() {
        List<Listing> listings = List.of(listing("bank", ListKind.DENY, subject("SE")));
        assertEquals(Listed.NOWHERE, lists(listings, NOW).of("bank", NUMBER, Optional.empty()));
    }

    @Test
    void ofChangesToOneEntryTheLastCountsAndARemovalNeedsNoOwner() {
        Listing listing = entry("bank DENY +46706170786");
        Change added = new Change(listing.id(), 1, Optional.of(listing));
        Change removed = new Change(listing.id(), 2, Optional.empty());
        assertEquals(0, Index.EMPTY.after(List.of(added, removed)).size());
        assertEquals(1, Index.EMPTY.after(List.of(removed, added)).size());
        Index index = Index.EMPTY.after(List.of(added));
        assertEquals(0, index.after(List.of(removed)).size());
        assertEquals(1, index.size(), "what was there before is never changed");
    }

    @Test
    void theSameSubjectOfTwoTenantsOrListsHasDifferentNames() {
        assertNotEquals(entry("bank DENY SE").id(), entry("other DENY SE").id());
        assertNotEquals(entry("bank DENY SE").id(), entry("bank ALLOW SE").id());
        assertEquals(entry("bank DENY SE").id(), entry("bank DENY SE").id());
    }

    @Test
    void randomEntriesDecideAsWhenEachIsLookedAtByItself() {
        Random random = new Random(20_300_101);
        for (int round = 0; round < 300; round++) {
            List<Listing> listings = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                listings.add(anyListing(random));
            }
            Lists lists = lists(listings, NOW);
            for (int i = 0; i < 40; i++) {
                PhoneNumber number = anyNumber(random);
                List<String> expected = byLookingAtEach(listings, number);
                List<String> found =
                        lists.covering("bank", number, Optional.of("SE")).stream()
                                .map(match -> match.entry().id())
                                .sorted()
                                .toList();
                assertEquals(expected, found, number.e164());
            }
        }
    }

    @Test
    void aHundredThousandRangesThatLieInEachOtherAreFoundByTheSmallest() {
        List<Listing> listings = new ArrayList<>();
        for (int i = 1; i <= 100_000; i++) {
            String range = "+%d..+%d".formatted(46_706_170_786L - i, 46_706_170_786L + i);
            listings.add(listing("bank", i == 1 ? ListKind.ALLOW : ListKind.DENY, subject(range)));
        }
        Collections.shuffle(listings, new Random(1));
        assertEquals(Listed.ALLOWED, lists(listings, NOW).of("bank", NUMBER, Optional.empty()));
    }

    private static List<String> byLookingAtEach(List<Listing> listings, PhoneNumber number) {
        return listings.stream()
                .filter(listing -> covers(listing.covered(), number.e164(), listing.owner()))
                .map(Listing::id)
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean covers(Covered covered, String e164, String owner) {
        if (!owner.equals("bank") && !owner.equals(Owner.ALL)) {
            return false;
        }
        return switch (covered.extent()) {
            case NUMBER -> covered.value().equals(NUMBERS.of(owner, PhoneNumber.ofE164(e164)));
            case PREFIX -> e164.startsWith(covered.value());
            case REGION -> covered.value().equals("SE");
            case RANGE ->
                    e164.length() == covered.to().length()
                            && e164.compareTo(covered.value()) >= 0
                            && e164.compareTo(covered.to()) <= 0;
        };
    }

    private static Listing anyListing(Random random) {
        String owner = List.of("bank", "other", Owner.ALL).get(random.nextInt(3));
        ListKind list = random.nextBoolean() ? ListKind.ALLOW : ListKind.DENY;
        return listing(owner, list, subject(anySubject(random)));
    }

    private static String anySubject(Random random) {
        String number = anyNumber(random).e164();
        return switch (random.nextInt(5)) {
            case 0 -> number;
            case 1 -> random.nextBoolean() ? "SE" : "FI";
            case 2 -> number.substring(0, 2 + random.nextInt(number.length() - 2)) + "*";
            default -> number + ".." + end(random, number);
        };
    }

    private static String end(Random random, String from) {
        long span = (long) Math.pow(10, random.nextInt(1, 4)) + random.nextInt(5);
        return "+" + (Long.parseLong(from.substring(1)) + span);
    }

    /** Of two lengths, and near to each other. */
    private static PhoneNumber anyNumber(Random random) {
        int last = random.nextInt(100, 1_000);
        return PhoneNumber.ofE164((random.nextInt(4) == 0 ? "+467061707" : "+46706170") + last);
    }

    private static Listing entry(String text) {
        String[] words = text.split(" ", -1);
        return listing(
                words[0].equals("all") ? Owner.ALL : words[0],
                ListKind.valueOf(words[1]),
                subject(words[2]));
    }

    private static Lists lists(List<Listing> listings, Instant now) {
        Lists lists = new Lists(NUMBERS, InstantSource.fixed(now), new SimpleMeterRegistry());
        List<Change> changes = new ArrayList<>();
        for (Listing listing : listings) {
            changes.add(new Change(listing.id(), changes.size() + 1L, Optional.of(listing)));
        }
        lists.become(Index.EMPTY.after(changes));
        return lists;
    }

    @Test
    void theAgeOfTheListsIsMeasured() {
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        Instant[] time = {NOW};
        Lists lists = new Lists(NUMBERS, () -> time[0], metrics);
        assertEquals(Double.NaN, metrics.get("vouchline.lists.age").gauge().value());
        lists.become(Index.EMPTY.after(List.of()));
        time[0] = NOW.plus(Duration.ofSeconds(7));
        assertEquals(7, metrics.get("vouchline.lists.age").gauge().value());
        assertEquals(0, metrics.get("vouchline.lists.entries").gauge().value());
    }
}
