package io.vouchline.lookup;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same promises, kept by the packaged service. */
@QuarkusIntegrationTest
class LookupServiceIT extends LookupServiceTest {}
