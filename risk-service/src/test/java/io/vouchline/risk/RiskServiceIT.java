package io.vouchline.risk;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same promises, kept by the packaged service. */
@QuarkusIntegrationTest
class RiskServiceIT extends RiskServiceTest {}
