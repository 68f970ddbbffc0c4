package io.vouchline.gateway;

import io.vouchline.contract.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theServiceKeepsTheRulesOfTheHouse() {
        ArchitectureRules.check("io.vouchline.gateway");
    }
}
