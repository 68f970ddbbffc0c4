package io.vouchline.gateway.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.netty.channel.ConnectTimeoutException;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.deadline.Deadline;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.gateway.GatewayFixture;
import io.vouchline.gateway.Upstreams;
import io.vouchline.gateway.Upstreams.Mode;
import io.vouchline.gateway.access.Clients;
import io.vouchline.gateway.access.CurrentRequest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told apart: that there is no service, and that a service fails. */
@QuarkusTest
@QuarkusTestResource(GatewayFixture.class)
class UnreachableTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final PhoneNumber NUMBER = PhoneNumber.ofE164("+16502530000");

    @Inject @RestClient LookupClient client;
    @Inject Clients clients;
    @Inject CurrentRequest current;

    @AfterEach
    void theServicesAreFineAgain() {
        Upstreams.are(Mode.FINE);
    }

    @Test
    @ActivateRequestContext
    void aPortThatNobodyListensOnIsUnreachable() throws IOException {
        LookupClient nobody =
                QuarkusRestClientBuilder.newBuilder()
                        .baseUri(URI.create("http://127.0.0.1:" + closedPort()))
                        .build(LookupClient.class);
        ProblemException failure = failure(nobody);
        assertInstanceOf(UnreachableException.class, failure);
        assertEquals(503, failure.problem().status());
        assertEquals(Long.valueOf(5), failure.problem().retryAfterSeconds());
    }

    @Test
    @ActivateRequestContext
    void aHostThatDoesNotExistIsUnreachable() {
        ProblemException failure =
                failure(failing(new ProcessingException(new UnknownHostException("nobody"))));
        assertInstanceOf(UnreachableException.class, failure);
        assertEquals(503, failure.problem().status());
    }

    /** Platforms are told what they are told of every call that is not understood. */
    @Test
    @ActivateRequestContext
    void aServiceThatDoesNotKnowTheCallIsUnreachable() {
        Upstreams.are(Mode.NOT_FOUND);
        ProblemException failure = failure(client);
        assertInstanceOf(UnreachableException.class, failure);
        assertEquals(500, failure.problem().status());
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"BROKEN", "GARBAGE", "SILENT", "RESET", "BROKEN_OFF"})
    @ActivateRequestContext
    void aServiceThatFailsIsThere(Mode mode) {
        Upstreams.are(mode);
        ProblemException failure = failure(client);
        assertFalse(failure instanceof UnreachableException, failure::toString);
        assertEquals(503, failure.problem().status());
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    @ActivateRequestContext
    void aServiceThatSaysThatItIsNotAvailableIsThere(int status) {
        ProblemException failure =
                failure(failing(new RefusedCallException(status, Optional.empty())));
        assertFalse(failure instanceof UnreachableException, failure::toString);
        assertEquals(503, failure.problem().status());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 409})
    @ActivateRequestContext
    void aServiceThatDoesNotUnderstandACallIsThere(int status) {
        ProblemException failure =
                failure(failing(new RefusedCallException(status, Optional.empty())));
        assertFalse(failure instanceof UnreachableException, failure::toString);
        assertEquals(500, failure.problem().status());
    }

    @Test
    @ActivateRequestContext
    void aConnectionThatTakesTooLongIsATimeout() {
        ProblemException failure =
                failure(failing(new ProcessingException(new ConnectTimeoutException("slow"))));
        assertFalse(failure instanceof UnreachableException, failure::toString);
        assertEquals(503, failure.problem().status());
    }

    @Test
    @ActivateRequestContext
    void anOpenBreakerIsAFaultWhateverOpenedIt() {
        Lookup lookup =
                new Lookup(failing(new ProcessingException(new UnknownHostException())), config());
        for (int i = 0; i < 10; i++) {
            assertInstanceOf(UnreachableException.class, failure(lookup));
        }
        ProblemException failure = failure(lookup);
        assertFalse(failure instanceof UnreachableException, failure::toString);
        assertEquals(503, failure.problem().status());
    }

    private ProblemException failure(LookupClient of) {
        return failure(new Lookup(of, config()));
    }

    private ProblemException failure(Lookup lookup) {
        current.begin(clients.any().orElseThrow(), Deadline.in(PATIENCE, InstantSource.system()));
        return assertThrows(
                ProblemException.class,
                () -> lookup.caller(NUMBER, Duration.ZERO, null).await().atMost(PATIENCE));
    }

    /** A port that was free a moment ago. */
    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static LookupClient failing(RuntimeException failure) {
        return (LookupClient)
                Proxy.newProxyInstance(
                        LookupClient.class.getClassLoader(),
                        new Class<?>[] {LookupClient.class},
                        (proxy, method, arguments) -> Uni.createFrom().failure(failure));
    }

    private static UpstreamConfig config() {
        return new SmallRyeConfigBuilder()
                .withMapping(UpstreamConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .build()
                .getConfigMapping(UpstreamConfig.class);
    }
}
