package io.vouchline.otp.securitykey;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same promises, kept by the packaged service. */
@QuarkusIntegrationTest
class SecurityKeyServiceIT extends SecurityKeyServiceTest {}
