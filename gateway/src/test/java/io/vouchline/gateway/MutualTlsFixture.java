package io.vouchline.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.vouchline.contract.testing.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A gateway that talks to holders of a certificate only; the JDK's keytool makes the stores. */
public final class MutualTlsFixture implements QuarkusTestResourceLifecycleManager {

    private static final String PORT = "vouchline.test.mutual-tls-port";
    private static final String FOLDER = "vouchline.test.mutual-tls-folder";
    private static final String PASSWORD = "changeit";
    private static final String STORE = "quarkus.tls.door.";

    private final GatewayFixture gateway = new GatewayFixture();

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(gateway.start());
        Path folder = stores();
        String port = Integer.toString(Ports.free());
        System.setProperty(PORT, port);
        System.setProperty(FOLDER, folder.toString());
        settings.put("quarkus.http.ssl-port", port);
        settings.put("quarkus.http.test-ssl-port", port);
        settings.put("quarkus.http.insecure-requests", "disabled");
        settings.put("quarkus.http.tls-configuration-name", "door");
        settings.put(STORE + "key-store.p12.path", folder.resolve("server.p12").toString());
        settings.put(STORE + "key-store.p12.password", PASSWORD);
        settings.put(STORE + "trust-store.p12.path", folder.resolve("clients.p12").toString());
        settings.put(STORE + "trust-store.p12.password", PASSWORD);
        settings.put("vouchline.access.client-certificate-required", "true");
        return settings;
    }

    @Override
    public void stop() {
        gateway.stop();
    }

    static int port() {
        return Integer.getInteger(PORT);
    }

    /**
     * A client that trusts the gateway.
     *
     * @param certificate whose certificate it holds: client, stranger, or nobody
     */
    static SSLContext client(String certificate) {
        try {
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store("gateway.p12"));
            KeyManagerFactory keys =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(
                    certificate.equals("nobody") ? null : store(certificate + ".p12"),
                    PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore store(String name) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in =
                Files.newInputStream(Path.of(System.getProperty(FOLDER)).resolve(name))) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private static Path stores() {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "tls").toAbsolutePath();
            for (String holder : List.of("server", "client", "stranger")) {
                keytool(
                        folder,
                        "-genkeypair -alias %s -keyalg EC -groupname secp256r1 -dname CN=localhost -ext san=dns:localhost,ip:127.0.0.1 -validity 2 -keystore %s.p12"
                                .formatted(holder, holder));
                keytool(
                        folder,
                        "-exportcert -alias %s -file %s.crt -keystore %s.p12"
                                .formatted(holder, holder, holder));
            }
            keytool(
                    folder,
                    "-importcert -noprompt -alias a -file client.crt -keystore clients.p12");
            keytool(
                    folder,
                    "-importcert -noprompt -alias a -file server.crt -keystore gateway.p12");
            return folder;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keytool(Path folder, String arguments)
            throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                                .toString()),
                                Stream.concat(
                                        Stream.of(arguments.split(" ", -1)),
                                        Stream.of("-storetype", "PKCS12", "-storepass", PASSWORD)))
                        .toList();
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new UncheckedIOException(new IOException(said));
        }
    }

    /** A gateway of its own. */
    public static final class Certified implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(MutualTlsFixture.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }
}
