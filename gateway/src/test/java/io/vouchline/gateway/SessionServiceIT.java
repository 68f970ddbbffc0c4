package io.vouchline.gateway;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same promises, kept by the packaged service. */
@QuarkusIntegrationTest
class SessionServiceIT extends SessionServiceTest {}
