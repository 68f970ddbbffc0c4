package io.vouchline.gateway.callback;

import static io.vouchline.contract.testing.RedisConnection.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.mutiny.Uni;
import io.vouchline.gateway.callback.Destinations.Destination;
import io.vouchline.gateway.callback.Destinations.ForbiddenException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationsTest {

    private static final URI CALLBACK = URI.create("https://receiver.example/reports");

    private final List<String> asked = new ArrayList<>();

    @Test
    void aNameIsResolvedOnceAndTheReportGoesToWhatWasLookedAt() {
        Destination found = find(false, CALLBACK, "8.8.8.8", "8.8.4.4");
        assertEquals(address("8.8.8.8"), found.ip());
        assertEquals("receiver.example", found.address().host());
        assertEquals(List.of("receiver.example"), asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "::1",
                "10.1.2.3",
                "169.254.169.254",
                "fd00::1",
                "64:ff9b::a00:1"
            })
    void aNameThatLeadsInsideIsRefused(String address) {
        assertThrows(ForbiddenException.class, () -> find(false, CALLBACK, address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "169.254.169.254", "fd00::1"})
    void onePrivateAddressAmongPublicOnesIsEnoughToBeRefused(String address) {
        assertThrows(ForbiddenException.class, () -> find(false, CALLBACK, "8.8.8.8", address));
        assertThrows(ForbiddenException.class, () -> find(false, CALLBACK, address, "8.8.8.8"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://receiver.example/",
                "https://receiver.example:8443/",
                "https://u@a.example/"
            })
    void anAddressOfAnotherFormIsRefusedBeforeItsNameIsResolved(String callback) {
        assertThrows(ForbiddenException.class, () -> find(false, URI.create(callback), "8.8.8.8"));
        assertEquals(List.of(), asked);
    }

    @Test
    void forTestsLoopbackIsAllowedAndNoOtherPrivateAddress() {
        URI local = URI.create("http://localhost:1234/");
        assertEquals(address("127.0.0.1"), find(true, local, "127.0.0.1").ip());
        assertThrows(ForbiddenException.class, () -> find(true, local, "10.0.0.1"));
        assertThrows(ForbiddenException.class, () -> find(true, local, "169.254.169.254"));
    }

    private Destination find(boolean insecure, URI callback, String... addresses) {
        HostNames names =
                (client, host) -> {
                    asked.add(host);
                    return Uni.createFrom()
                            .item(Stream.of(addresses).map(DestinationsTest::address).toList());
                };
        return await(new Destinations(names, insecure).find("client", callback));
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
