package io.vouchline.contract;

import io.vouchline.contract.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theModuleKeepsTheRulesOfTheHouse() {
        ArchitectureRules.check("io.vouchline.contract");
    }
}
