package io.vouchline.risk.listing;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same promises, kept by the packaged service. */
@QuarkusIntegrationTest
class ListServiceIT extends ListServiceTest {}
