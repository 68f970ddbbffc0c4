package io.vouchline.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * A service as the launcher sees one: a jar that reads its settings, becomes ready and takes
 * customers and a call widget.
 */
public final class StandIn {

    private static final String CLASS = "io/vouchline/local/StandIn.class";

    private StandIn() {}

    /** Makes the jar; it is this class and nothing else. */
    static void build(Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandIn.class.getName());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var code = StandIn.class.getClassLoader().getResourceAsStream(CLASS)) {
            out.putNextEntry(new ZipEntry(CLASS));
            code.transferTo(out);
        }
    }

    /** Runs until it is stopped, or until somebody calls {@code /die}. */
    public static void main(String[] arguments) throws IOException {
        Properties settings = new Properties();
        Path file = Path.of(URI.create(System.getProperty("quarkus.config.locations")));
        try (Reader reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        }
        System.out.println("a stand-in starts");
        listen(settings.getProperty("quarkus.http.port"));
        listen(settings.getProperty("quarkus.management.port"));
    }

    private static void listen(String port) throws IOException {
        var address =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
        HttpServer server = HttpServer.create(address, 0);
        server.createContext("/", StandIn::answer);
        server.start();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/die")) {
            System.exit(7);
        }
        long customers =
                new String(exchange.getRequestBody().readAllBytes(), UTF_8).lines().count();
        byte[] answer =
                "{\"state\":\"SUCCEEDED\",\"created\":%d,\"rejected\":0,\"errors\":[]}"
                        .formatted(customers)
                        .getBytes(UTF_8);
        exchange.sendResponseHeaders(path.equals("/v1/widgets") ? 201 : 200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
