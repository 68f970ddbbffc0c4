package io.vouchline.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(MutualTlsFixture.Certified.class)
class MutualTlsServiceTest {

    @Test
    void whoeverHoldsATrustedCertificateIsServedAndStillNeedsAKey() throws Exception {
        assertEquals(200, ask("client", GatewayFixture.KEY));
        assertEquals(401, ask("client", "a-wrong-key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "stranger"})
    void withoutATrustedCertificateNothingIsAnswered(String holder) {
        assertThrows(IOException.class, () -> ask(holder, GatewayFixture.KEY));
    }

    private static int ask(String holder, String key) throws IOException, InterruptedException {
        URI customer =
                URI.create(
                        "https://localhost:%d/telavox/customer?accountNumber=1234567890"
                                .formatted(MutualTlsFixture.port()));
        try (HttpClient http =
                HttpClient.newBuilder().sslContext(MutualTlsFixture.client(holder)).build()) {
            return http.send(
                            HttpRequest.newBuilder(customer).header("X-API-Key", key).build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
