package io.vouchline.otp.attempt;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same promises, kept by the packaged service. */
@QuarkusIntegrationTest
class AttemptServiceIT extends AttemptServiceTest {}
