package io.vouchline.risk.outcome;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vouchline.contract.testing.RedisCluster;

/** The same promises on three masters. */
class RedisClusterOutcomeReaderTest extends OutcomeReaderTest {

    @Override
    protected QuarkusTestResourceLifecycleManager server() {
        return new RedisCluster();
    }
}
