package io.vouchline.risk.simulation.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.number.Place;
import io.vouchline.risk.history.HistoryStore.Event;
import io.vouchline.risk.simulation.attack.Pumping.Order;
import io.vouchline.risk.simulation.traffic.Customer;
import io.vouchline.risk.simulation.traffic.Numbering;
import io.vouchline.risk.simulation.traffic.Request;
import io.vouchline.risk.simulation.traffic.SmallBank;
import io.vouchline.risk.simulation.traffic.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AttacksTest {

    private static final int VOLUME = 120;
    private static final World WORLD = SmallBank.world(1);

    static Stream<Attack> all() {
        return Attacks.all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSameSeedMakesTheSameRequests(Attack attack) {
        assertEquals(attack.requests(WORLD, VOLUME), attack.requests(SmallBank.world(1), VOLUME));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyNumberLiesInAnAssignedRange(Attack attack) {
        assertTrue(
                attack.requests(WORLD, VOLUME).stream()
                        .map(Request::number)
                        .allMatch(PhoneNumber::isValid));
    }

    @ParameterizedTest
    @MethodSource("all")
    void nobodyEntersTheRightCode(Attack attack) {
        for (Request request : attack.requests(WORLD, VOLUME)) {
            assertTrue(
                    request.afterwards().stream()
                            .noneMatch(later -> later.event() == Event.VERIFIED));
            assertEquals(Event.SENT, request.afterwards().getFirst().event());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void requestsSayWhichAttackTheyArePartOfAndComeInOrder(Attack attack) {
        Instant last = WORLD.timeline().start(1);
        for (Request request : attack.requests(WORLD, VOLUME)) {
            assertEquals(attack.name(), request.attack().orElseThrow());
            assertTrue(!request.at().isBefore(last));
            assertTrue(request.id().matches("[A-Za-z0-9_-]{8,60}"));
            last = request.at();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void noAttackLastsBeyondTheMeasuredDay(Attack attack) {
        for (Request request : attack.requests(WORLD, 2000)) {
            assertTrue(request.at().isBefore(WORLD.timeline().end()));
        }
    }

    @Test
    void theAttacksHaveNamesOfTheirOwn() {
        assertEquals(Attacks.all().size(), all().map(Attack::name).distinct().count());
    }

    @Test
    void sequentialPumpingClimbsThroughOneRangeAbroad() {
        List<Request> requests = pumping(false, 1, Order.SEQUENTIAL);
        long climbs = 0;
        for (int i = 1; i < requests.size(); i++) {
            long step = digits(requests.get(i)) - digits(requests.get(i - 1));
            climbs += step >= 1 && step <= 3 ? 1 : 0;
        }
        assertTrue(climbs > 0.95 * (requests.size() - 1), "climbs: " + climbs);
        assertTrue(requests.stream().noneMatch(AttacksTest::isHome));
        assertEquals(VOLUME, requests.size());
    }

    @Test
    void randomPumpingKeepsToItsRanges() {
        assertEquals(4, blocks(pumping(false, 4, Order.RANDOM)).size());
    }

    @Test
    void pumpingAtHomeStaysThere() {
        assertTrue(pumping(true, 1, Order.SEQUENTIAL).stream().allMatch(AttacksTest::isHome));
    }

    @Test
    void pumpingKeepsItsPace() {
        List<Request> requests = pumping(false, 1, Order.RANDOM);
        Duration whole = Duration.between(requests.getFirst().at(), requests.getLast().at());
        assertEquals(5.0, whole.toMillis() / 1000.0 / (VOLUME - 1), 0.5);
    }

    @Test
    void revenueSharePaysFarMoreForEachMessage() {
        List<Request> requests =
                new RevenueShare(Duration.ZERO, Duration.ofHours(12)).requests(WORLD, VOLUME);
        double mean = requests.stream().mapToDouble(Request::cost).average().orElseThrow();
        assertTrue(mean >= 0.5, "mean: " + mean);
        assertTrue(blocks(requests).size() > requests.size() / 2);
    }

    @Test
    void bruteForceGuessesAtFewCustomersUntilTheyAreLocked() {
        List<Request> requests =
                new BruteForce(3, Duration.ofSeconds(20), Duration.ZERO).requests(WORLD, VOLUME);
        Set<PhoneNumber> victims =
                requests.stream().map(Request::number).collect(Collectors.toSet());
        assertEquals(3, victims.size());
        assertTrue(victims.stream().allMatch(AttacksTest::isCustomer));
        assertTrue(
                requests.stream()
                        .flatMap(request -> request.afterwards().stream())
                        .anyMatch(later -> later.event() == Event.LOCKED));
    }

    @Test
    void listTestingTriesEachNumberAboutOnceAndMostAreCustomers() {
        List<Request> requests =
                ListTesting.fromOneAddress(Duration.ofSeconds(2), Duration.ZERO)
                        .requests(WORLD, VOLUME);
        long numbers = requests.stream().map(Request::number).distinct().count();
        assertTrue(numbers > 0.9 * VOLUME, "numbers: " + numbers);
        assertEquals(0.8, share(requests, request -> isCustomer(request.number())), 0.12);
        assertEquals(1, requests.stream().map(Request::address).distinct().count());
    }

    @Test
    void aSlowDripNeverHurries() {
        List<Request> requests = new SlowDrip(40).requests(WORLD, VOLUME);
        for (int i = 1; i < requests.size(); i++) {
            Duration gap = Duration.between(requests.get(i - 1).at(), requests.get(i).at());
            assertTrue(gap.compareTo(Duration.ofMinutes(5)) >= 0);
            assertTrue(gap.compareTo(Duration.ofMinutes(20)) <= 0);
        }
        assertTrue(blocks(requests).size() > 20);
    }

    private static List<Request> pumping(boolean home, int ranges, Order order) {
        return new Pumping(
                        "pumping", home, ranges, order, Duration.ofSeconds(5), Duration.ofHours(9))
                .requests(WORLD, VOLUME);
    }

    private static Set<String> blocks(List<Request> requests) {
        return requests.stream()
                .map(request -> Place.of(request.number()).block())
                .collect(Collectors.toSet());
    }

    private static long digits(Request request) {
        return Long.parseLong(request.number().e164().substring(1));
    }

    private static boolean isHome(Request request) {
        return Numbering.region(request.number()).orElseThrow().equals("US");
    }

    private static boolean isCustomer(PhoneNumber number) {
        return WORLD.population().customers().stream()
                .map(Customer::number)
                .anyMatch(number::equals);
    }

    private static double share(List<Request> requests, Predicate<Request> which) {
        return (double) requests.stream().filter(which).count() / requests.size();
    }
}
