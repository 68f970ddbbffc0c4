package io.vouchline.contract.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;

/**
 * Free ports for the service under test and for its management side. Both are named, for the
 * in-process and for the packaged service: with one fixed and one random port the metrics of the
 * two servers would clash.
 */
public final class Ports {

    private static final String MANAGEMENT = "vouchline.test.management-port";

    private Ports() {}

    /** The settings of two free ports. */
    public static Map<String, String> settings() {
        String service = Integer.toString(free());
        String management = Integer.toString(free());
        // A system property: the test may live in another class loader than the one that calls
        // this.
        System.setProperty(MANAGEMENT, management);
        return Map.of(
                "quarkus.http.port", service,
                "quarkus.http.test-port", service,
                "quarkus.management.port", management,
                "quarkus.management.test-port", management);
    }

    /** The address of a path on the management side. */
    public static URI management(String path) {
        return URI.create("http://localhost:" + System.getProperty(MANAGEMENT) + path);
    }

    /** A port that is free at the moment, on loopback. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
