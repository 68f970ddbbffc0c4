package io.vouchline.risk.simulation.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.number.Place;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PopulationTest {

    @ParameterizedTest
    @ValueSource(strings = {"US", "GB"})
    void everyCustomerHasANumberOfAnAssignedRangeToThemselves(String region) {
        List<PhoneNumber> numbers = numbers(new World(SmallBank.priors(region), 1));
        assertTrue(numbers.stream().allMatch(PhoneNumber::isValid));
        assertEquals(numbers.size(), numbers.stream().distinct().count());
    }

    @Test
    void whereCustomersLiveIsAsThePriorsSay() {
        World world = new World(SmallBank.priors("GB"), 2);
        assertEquals(0.03, share(world, kinds -> kinds.kinds().contains(Kind.ABROAD)), 0.01);
        assertEquals(0.01, share(world, kinds -> kinds.kinds().contains(Kind.ELSEWHERE)), 0.006);
        assertEquals(0.04, share(world, kinds -> kinds.kinds().contains(Kind.FIXED_LINE)), 0.012);
        assertEquals(0.3, share(world, customer -> customer.address().isPresent()), 0.03);
        assertEquals(0.03, share(world, Customer::nightOwl), 0.01);
    }

    @Test
    void aBankWithManyInternetTelephonesHasThem() {
        Priors priors = SmallBank.priors(Map.of("region", "GB", "voip", "0.2"));
        World world = new World(priors, 3);
        assertEquals(0.2, share(world, customer -> customer.kinds().contains(Kind.VOIP)), 0.025);
    }

    @ParameterizedTest
    @ValueSource(strings = {"US", "GB"})
    void manyCustomersShareABlockOfTenThousandNumbers(String region) {
        List<Customer> customers = new World(SmallBank.priors(region), 4).population().customers();
        Map<String, Long> blocks =
                customers.stream()
                        .filter(customer -> customer.kinds().contains(Kind.HOME))
                        .collect(
                                Collectors.groupingBy(
                                        customer -> Place.of(customer.number()).block(),
                                        Collectors.counting()));
        long inLarge = blocks.values().stream().filter(count -> count >= 5).mapToLong(x -> x).sum();
        assertTrue(inLarge > customers.size() / 2, () -> blocks.size() + " blocks");
    }

    @Test
    void theSameSeedMakesTheSameCustomersAndAnotherOneOthers() {
        assertEquals(numbers(SmallBank.world(5)), numbers(SmallBank.world(5)));
        assertNotEquals(numbers(SmallBank.world(5)), numbers(SmallBank.world(6)));
    }

    @Test
    void aRegionThatIsNotSimulatedIsRefused() {
        Priors priors = SmallBank.priors("SE");
        assertThrows(IllegalArgumentException.class, () -> new World(priors, 1));
    }

    private static List<PhoneNumber> numbers(World world) {
        return world.population().customers().stream().map(Customer::number).toList();
    }

    private static double share(World world, Predicate<Customer> which) {
        List<Customer> customers = world.population().customers();
        return (double) customers.stream().filter(which).count() / customers.size();
    }
}
