package io.vouchline.gateway.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.deadline.Deadline;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.risk.RiskApi.Assessment;
import io.vouchline.contract.risk.RiskApi.Circumstances;
import io.vouchline.gateway.GatewayFixture;
import io.vouchline.gateway.Upstreams;
import io.vouchline.gateway.Upstreams.Mode;
import io.vouchline.gateway.access.Clients;
import io.vouchline.gateway.access.CurrentRequest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewayFixture.class)
class RiskTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final PhoneNumber NUMBER = PhoneNumber.ofE164("+16502530000");

    @Inject @RestClient RiskClient client;
    @Inject Clients clients;
    @Inject CurrentRequest current;

    @AfterEach
    void theServicesAreFineAgain() {
        Upstreams.are(Mode.FINE);
    }

    /** The time limit is that of production: the one of the tests is longer than a request. */
    @Test
    @ActivateRequestContext
    void anAssessmentThatTookTooLongIsRepeatedUnderTheSameId() {
        Upstreams.forget();
        Upstreams.are(Mode.SILENT_ONCE);
        assertEquals(82, assessed().await().atMost(PATIENCE).risk().score());
        List<String> ids =
                Upstreams.bodies("/v1/assessments").stream()
                        .map(body -> JsonPath.from(body).getString("id"))
                        .toList();
        assertEquals(List.of("request-0001", "request-0001"), ids);
    }

    @Test
    @ActivateRequestContext
    void aServiceThatIsSilentIsAwayInTheTimeThatIsItsOwn() {
        Upstreams.are(Mode.SILENT);
        long begin = System.nanoTime();
        Throwable failure =
                assertThrows(RuntimeException.class, () -> assessed().await().atMost(PATIENCE));
        assertTrue(Risk.isAway(failure), failure::toString);
        // 650 ms, as the README says, and what a busy machine adds to it.
        assertTrue(Duration.ofNanos(System.nanoTime() - begin).toMillis() < 1_650);
        assertFalse(Risk.isAway(new IllegalStateException()));
    }

    private Uni<Assessment> assessed() {
        current.begin(clients.any().orElseThrow(), Deadline.in(PATIENCE, InstantSource.system()));
        return new Risk(client, defaults())
                .assess(
                        current.client(),
                        "request-0001",
                        NUMBER,
                        NUMBER.e164(),
                        new Circumstances(true, null, null, null));
    }

    private static UpstreamConfig defaults() {
        return new SmallRyeConfigBuilder()
                .withMapping(UpstreamConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .build()
                .getConfigMapping(UpstreamConfig.class);
    }
}
