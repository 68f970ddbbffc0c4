package io.vouchline.otp.push;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class PushServiceIT extends PushServiceTest {}
