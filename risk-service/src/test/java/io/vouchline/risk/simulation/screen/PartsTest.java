package io.vouchline.risk.simulation.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.risk.number.NumbersConfig;
import io.vouchline.risk.signal.Scorecard;
import jakarta.enterprise.inject.Produces;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartsTest {

    @Test
    void theScorecardIsMadeWithTheSignalsOfTheService() {
        Scorecard scorecard = new Parts(Map.of()).the(Scorecard.class);
        assertNotNull(scorecard);
    }

    @Test
    void aPartThatIsGivenIsTakenAndAPartIsMadeOnce() {
        Parts parts = new Parts(Map.of(), "given");
        assertEquals("given", parts.the(String.class));
        assertSame(parts.the(Scorecard.class), parts.the(Scorecard.class));
    }

    @Test
    void settingsHaveTheirDefaultsButForTheGivenOnes() {
        String file = KeyFiles.secret("simulated").toString();
        Parts parts = new Parts(Map.of("vouchline.numbers.key-file", file));
        assertEquals(file, parts.the(NumbersConfig.class).keyFile().toString());
    }

    @Test
    void anInterfaceThatNobodyImplementsIsNamed() {
        Parts parts = new Parts(Map.of());
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> parts.the(Missing.class));
        assertEquals(
                "0 classes are a " + Missing.class.getName() + "; give one to Parts",
                refused.getMessage());
    }

    @Test
    void whatAMethodProducesIsTakenFromIt() {
        assertEquals("of a method", new Parts(Map.of()).the(Product.class).origin());
    }

    interface Missing {}

    record Product(String origin) {}

    static final class Producer {

        @Produces
        Product product() {
            return new Product("of a method");
        }
    }
}
