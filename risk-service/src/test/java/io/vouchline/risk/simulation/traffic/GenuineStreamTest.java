package io.vouchline.risk.simulation.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.risk.history.HistoryStore.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class GenuineStreamTest {

    private static final World WORLD = SmallBank.world(1);
    private static final List<Request> REQUESTS = GenuineStream.of(WORLD);

    @Test
    void theSameSeedMakesTheSameRequestsAndAnotherOneOthers() {
        assertEquals(REQUESTS, GenuineStream.of(SmallBank.world(1)));
        assertNotEquals(REQUESTS, GenuineStream.of(SmallBank.world(2)));
    }

    @Test
    void requestsComeInTheOrderOfTimeWithinTheDaysOfTheRun() {
        Instant last = WORLD.timeline().start(0);
        for (Request request : REQUESTS) {
            assertTrue(!request.at().isBefore(last));
            last = request.at();
        }
        // Somebody who asks again may do so a minute after midnight.
        assertTrue(last.isBefore(WORLD.timeline().end().plusSeconds(60)));
        assertEquals(REQUESTS.size(), REQUESTS.stream().map(Request::id).distinct().count());
    }

    @Test
    void firstRequestsAreAsManyAsThePriorsSayAndReallyFirst() {
        assertEquals(0.3, share(usual(), request -> request.kinds().contains(Kind.NEW)), 0.05);
        Set<PhoneNumber> asked = new HashSet<>();
        for (Request request : REQUESTS) {
            boolean first = asked.add(request.number());
            assertTrue(first || !request.kinds().contains(Kind.NEW));
        }
    }

    @Test
    void asManyAreVerifiedAsThePriorsSay() {
        List<Request> answered =
                REQUESTS.stream()
                        .filter(request -> request.afterwards().size() > 1 || isLastTry(request))
                        .toList();
        double verified = share(answered, request -> has(request, Event.VERIFIED));
        assertTrue(verified > 0.82 && verified < 0.94, () -> "verified: " + verified);
        assertEquals(0.04, share(answered, request -> has(request, Event.WRONG)), 0.02);
    }

    @Test
    void someAskAgainAndThenTheFirstCodeIsNotEntered() {
        assertEquals(0.05, share(REQUESTS, request -> request.kinds().contains(Kind.REPEAT)), 0.02);
    }

    @Test
    void aRushIsTenTimesAsDenseAsThatHourWouldBe() {
        Instant start = WORLD.timeline().measured().plus(Duration.ofHours(11));
        Instant end = start.plus(Duration.ofMinutes(30));
        List<Request> within =
                REQUESTS.stream()
                        .filter(request -> !request.at().isBefore(start))
                        .filter(request -> request.at().isBefore(end))
                        .toList();
        double rush = share(within, request -> request.kinds().contains(Kind.RUSH));
        assertEquals(0.9, rush, 0.02);
        assertTrue(within.size() > REQUESTS.size() / 20);
    }

    @Test
    void mostAskByDayWhereTheyLive() {
        double night = share(REQUESTS, request -> request.kinds().contains(Kind.NIGHT));
        assertTrue(night > 0.01 && night < 0.08, () -> "at night: " + night);
    }

    private static List<Request> usual() {
        return REQUESTS.stream().filter(request -> !request.kinds().contains(Kind.RUSH)).toList();
    }

    private static boolean isLastTry(Request request) {
        return REQUESTS.stream()
                .noneMatch(
                        later ->
                                later.kinds().contains(Kind.REPEAT)
                                        && later.number().equals(request.number())
                                        && later.at().isAfter(request.at())
                                        && later.at().isBefore(request.at().plusSeconds(61)));
    }

    private static boolean has(Request request, Event event) {
        return request.afterwards().stream().anyMatch(later -> later.event() == event);
    }

    private static double share(List<Request> requests, Predicate<Request> which) {
        return (double) requests.stream().filter(which).count() / requests.size();
    }
}
