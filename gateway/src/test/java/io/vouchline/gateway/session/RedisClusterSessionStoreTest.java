package io.vouchline.gateway.session;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vouchline.contract.testing.RedisCluster;

/** The same on three masters: all keys of a decision lie in one slot. */
class RedisClusterSessionStoreTest extends RedisSessionStoreTest {

    @Override
    protected QuarkusTestResourceLifecycleManager server() {
        return new RedisCluster();
    }
}
