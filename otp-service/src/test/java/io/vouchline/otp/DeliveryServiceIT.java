package io.vouchline.otp;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same promises, kept by the packaged service. */
@QuarkusIntegrationTest
class DeliveryServiceIT extends DeliveryServiceTest {}
