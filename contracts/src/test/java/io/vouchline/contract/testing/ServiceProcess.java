package io.vouchline.contract.testing;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The packaged service as a process of its own, with the settings of production. */
public final class ServiceProcess implements AutoCloseable {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final File LOG = Path.of("target", "benchmark.log").toFile();

    /** {@code -Dbenchmark.jvm=} adds options, for example those of a profiler. */
    private static final String OPTIONS = System.getProperty("benchmark.jvm", "-Xmx512m");

    private final Process process;

    private ServiceProcess(Process process) {
        this.process = process;
    }

    /** Starts the service and waits until it is ready. */
    public static ServiceProcess start(Map<String, String> settings) throws IOException {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(
                    JAR + " is not there: run the benchmark by the command in the README");
        }
        List<String> command =
                new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(List.of(OPTIONS.split(" ", -1)));
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        // The Redis of tests keeps no file.
        command.add("-Dvouchline.startup.allow-forgetful-redis=true");
        command.addAll(List.of("-jar", JAR.toString()));
        ServiceProcess service =
                new ServiceProcess(
                        new ProcessBuilder(command)
                                .redirectErrorStream(true)
                                .redirectOutput(LOG)
                                .start());
        service.await(
                URI.create(
                        "http://127.0.0.1:%s/q/health/ready"
                                .formatted(settings.get("quarkus.management.port"))));
        return service;
    }

    private void await(URI health) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (!isReady(http, health)) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("the service did not start: see " + LOG);
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    private static boolean isReady(HttpClient http, URI health) {
        try {
            return http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its process. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
