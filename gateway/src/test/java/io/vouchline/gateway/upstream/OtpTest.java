package io.vouchline.gateway.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vouchline.contract.deadline.Deadline;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.OtpApi.CodeState;
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
class OtpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject @RestClient OtpClient client;
    @Inject Clients clients;
    @Inject CurrentRequest current;

    @AfterEach
    void theServicesAreFineAgain() {
        Upstreams.are(Mode.FINE);
    }

    /** The time limit is that of production: the one of the tests is longer than a request. */
    @Test
    @ActivateRequestContext
    void anAttemptThatTookTooLongIsRepeatedUnderTheSameId() {
        current.begin(clients.any().orElseThrow(), Deadline.in(PATIENCE, InstantSource.system()));
        Otp otp = new Otp(client, defaults());
        Upstreams.forget();
        Upstreams.are(Mode.SILENT_ONCE);
        CodeState state =
                otp.check(PhoneNumber.ofE164("+16502530000"), "012345")
                        .await()
                        .atMost(PATIENCE)
                        .state();
        assertEquals(CodeState.VALID, state);
        List<String> attempts =
                Upstreams.bodies("/v1/verifications/check").stream()
                        .map(body -> JsonPath.from(body).getString("attempt_id"))
                        .toList();
        assertEquals(2, attempts.size());
        assertEquals(attempts.getFirst(), attempts.getLast());
    }

    private static UpstreamConfig defaults() {
        return new SmallRyeConfigBuilder()
                .withMapping(UpstreamConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .build()
                .getConfigMapping(UpstreamConfig.class);
    }
}
