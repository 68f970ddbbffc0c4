package io.vouchline.risk.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.risk.simulation.attack.Attack;
import io.vouchline.risk.simulation.attack.Attacks;
import io.vouchline.risk.simulation.traffic.Priors;
import io.vouchline.risk.simulation.traffic.Request;
import io.vouchline.risk.simulation.traffic.SmallBank;
import io.vouchline.risk.simulation.traffic.World;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTest {

    private static final Priors PRIORS = SmallBank.priors("US");

    @Test
    void theSameSeedMakesTheSameStreamAndAnotherOneAnother() {
        List<Request> stream = new Scenario(PRIORS, 1, 0.05, Attacks.all()).requests();
        assertEquals(stream, new Scenario(PRIORS, 1, 0.05, Attacks.all()).requests());
        assertNotEquals(stream, new Scenario(PRIORS, 2, 0.05, Attacks.all()).requests());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.05, 0.2})
    void anAttackHasItsShareOfTheMeasuredDay(double share) {
        List<Request> stream =
                new Scenario(PRIORS, 1, share, List.of(attack("pumping-random"))).requests();
        Instant measured = new World(PRIORS, 1).timeline().measured();
        List<Request> ofTheDay =
                stream.stream().filter(request -> !request.at().isBefore(measured)).toList();
        long attacks = ofTheDay.stream().filter(request -> request.attack().isPresent()).count();
        assertEquals(share, (double) attacks / ofTheDay.size(), 0.001);
    }

    @Test
    void genuineCallersDoTheSameWhateverIsDoneBesideThem() {
        List<Request> alone = new Scenario(PRIORS, 1, 0.05, List.of()).requests();
        List<Request> attacked = new Scenario(PRIORS, 1, 0.2, Attacks.all()).requests();
        assertEquals(alone, attacked.stream().filter(each -> each.attack().isEmpty()).toList());
    }

    @Test
    void allComeInTheOrderOfTimeUnderIdsOfTheirOwn() {
        Instant last = Instant.EPOCH;
        Set<String> ids = new HashSet<>();
        for (Request request : new Scenario(PRIORS, 1, 0.05, Attacks.all()).requests()) {
            assertTrue(!request.at().isBefore(last));
            assertTrue(ids.add(request.id()));
            last = request.at();
        }
    }

    private static Attack attack(String name) {
        return Attacks.all().stream()
                .filter(attack -> attack.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
