package io.vouchline.contract.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol;
import redis.embedded.RedisServer;

/**
 * A real Redis cluster of three masters for the tests of one module: a script or a command whose
 * keys are not of one hash slot fails here, as it does in production.
 */
public final class RedisCluster implements QuarkusTestResourceLifecycleManager {

    private static final String HOST = "127.0.0.1";
    private static final int MASTERS = 3;
    private static final int SLOTS = 16_384;

    /** Nodes talk to each other on a port this much above their own. */
    private static final int BUS = 10_000;

    private static final int HIGHEST_PORT = 65_535;

    /** A new node takes no keys for its first two seconds; the rest is for busy machines. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<RedisServer> servers = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();
    private Path folder;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("redis-cluster");
            for (int i = 0; i < MASTERS; i++) {
                startNode();
            }
            share();
            ports.forEach(RedisCluster::awaitAgreement);
        } catch (IOException | RuntimeException e) {
            stop();
            throw new IllegalStateException("the Redis cluster did not start", e);
        }
        return Map.of(
                "quarkus.redis.hosts",
                ports.stream()
                        .map(port -> "redis://" + HOST + ":" + port)
                        .collect(Collectors.joining(",")),
                "quarkus.redis.client-type",
                "cluster");
    }

    @Override
    public void stop() {
        try {
            for (RedisServer server : servers) {
                server.stop();
            }
            servers.clear();
            ports.clear();
            removeFolder();
        } catch (IOException e) {
            throw new IllegalStateException("the Redis cluster did not stop", e);
        }
    }

    private void startNode() throws IOException {
        int port = freePort();
        RedisServer server =
                RedisServer.newRedisServer()
                        .port(port)
                        .bind(HOST)
                        .setting("dir " + folder)
                        .setting("cluster-enabled yes")
                        .setting("cluster-config-file nodes-" + port + ".conf")
                        // Else a node has no address to tell until another has spoken to it.
                        .setting("cluster-announce-ip " + HOST)
                        .setting("maxmemory-policy noeviction")
                        .setting("appendonly no")
                        .setting("save \"\"")
                        .build();
        servers.add(server);
        server.start();
        ports.add(port);
    }

    /** Gives each node its part of the slots, and makes the first known to the others. */
    private void share() {
        for (int i = 0; i < MASTERS; i++) {
            int[] slots = IntStream.range(SLOTS * i / MASTERS, SLOTS * (i + 1) / MASTERS).toArray();
            // Nodes of one epoch would first have to settle which of them goes first.
            int epoch = i + 1;
            String _ = ask(ports.get(i), node -> node.clusterAddSlots(slots));
            Object _ =
                    ask(
                            ports.get(i),
                            node ->
                                    node.sendCommand(
                                            Protocol.Command.CLUSTER,
                                            "SET-CONFIG-EPOCH",
                                            Integer.toString(epoch)));
        }
        for (int other : ports.subList(1, MASTERS)) {
            String _ = ask(other, node -> node.clusterMeet(HOST, ports.getFirst()));
        }
    }

    private static void awaitAgreement(int port) {
        Instant end = Instant.now().plus(PATIENCE);
        String state = "";
        while (Instant.now().isBefore(end)) {
            state = ask(port, Jedis::clusterInfo);
            if (state.contains("cluster_state:ok")
                    && state.contains("cluster_known_nodes:" + MASTERS)
                    && state.contains("cluster_slots_ok:" + SLOTS)) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        throw new IllegalStateException("the nodes do not agree: " + state);
    }

    private static <T> T ask(int port, Function<Jedis, T> question) {
        try (Jedis node = new Jedis(HOST, port)) {
            return question.apply(node);
        }
    }

    private static int freePort() {
        for (int i = 0; i < 1_000; i++) {
            int port = Ports.free();
            if (port + BUS <= HIGHEST_PORT && isFree(port + BUS)) {
                return port;
            }
        }
        throw new IllegalStateException("no port is free together with that of the cluster's bus");
    }

    private static boolean isFree(int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void removeFolder() throws IOException {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(RedisCluster::remove);
        }
        folder = null;
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
