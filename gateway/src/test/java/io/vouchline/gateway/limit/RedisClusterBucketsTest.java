package io.vouchline.gateway.limit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vouchline.contract.testing.RedisCluster;

/** The same on three masters. */
class RedisClusterBucketsTest extends RedisBucketsTest {

    @Override
    protected QuarkusTestResourceLifecycleManager server() {
        return new RedisCluster();
    }
}
