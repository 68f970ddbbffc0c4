package io.vouchline.gateway;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;

/** The same promises, kept by the packaged service. */
@QuarkusIntegrationTest
@TestProfile(AccessFixture.Guarded.class)
class VoiceServiceIT extends VoiceServiceTest {}
