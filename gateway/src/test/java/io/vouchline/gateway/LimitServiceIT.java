package io.vouchline.gateway;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same on the packaged service. */
@QuarkusIntegrationTest
class LimitServiceIT extends LimitServiceTest {}
