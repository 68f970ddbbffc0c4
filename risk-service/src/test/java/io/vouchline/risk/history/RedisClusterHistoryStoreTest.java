package io.vouchline.risk.history;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vouchline.contract.testing.RedisCluster;

/** The same promises on three masters. */
class RedisClusterHistoryStoreTest extends RedisHistoryStoreTest {

    @Override
    protected QuarkusTestResourceLifecycleManager server() {
        return new RedisCluster();
    }
}
