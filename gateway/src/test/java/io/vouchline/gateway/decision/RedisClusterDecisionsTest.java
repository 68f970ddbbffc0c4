package io.vouchline.gateway.decision;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vouchline.contract.testing.RedisCluster;

/** The same on three masters: all keys of a decision lie in one slot. */
class RedisClusterDecisionsTest extends RedisDecisionsTest {

    @Override
    protected QuarkusTestResourceLifecycleManager server() {
        return new RedisCluster();
    }
}
