package io.vouchline.local.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.local.process.OwnProcesses;
import io.vouchline.local.process.PortPlan;
import io.vouchline.local.report.StartFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoresTest {

    @TempDir private Path state;

    @Test
    void postgresKeepsItsDataOverARestartAndLetsNobodyInWithoutThePassword() throws Exception {
        Store<PostgresAddress> first = postgres("a-password");
        execute(first.address(), "CREATE TABLE kept AS SELECT 42 AS answer");
        assertThrows(
                SQLException.class, () -> connect(first.address(), "vouchline", "wrong").close());
        assertThrows(SQLException.class, () -> connect(first.address(), "postgres", "").close());
        first.stop().run();

        Store<PostgresAddress> second = postgres("another-password");
        try {
            assertEquals(42, answer(second.address()));
        } finally {
            second.stop().run();
        }
    }

    private Store<PostgresAddress> postgres(String password) {
        return Stores.postgres(Optional.empty(), state, password, OwnProcesses.of(state));
    }

    private static Connection connect(PostgresAddress address, String user, String password)
            throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), user, password);
    }

    private static void execute(PostgresAddress address, String command) throws SQLException {
        try (Connection connection = connect(address, address.user(), address.password());
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static int answer(PostgresAddress address) throws SQLException {
        try (Connection connection = connect(address, address.user(), address.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT answer FROM kept")) {
            assertTrue(rows.next());
            return rows.getInt(1);
        }
    }

    @Test
    void redisKeepsItsDataOverARestartAndIsSetUpAsProductionDemands() throws Exception {
        Store<RedisAddress> first = redis();
        assertEquals(List.of("+OK"), send(first.address(), "SET kept 42", 1));
        assertEquals(
                "noeviction", send(first.address(), "CONFIG GET maxmemory-policy", 5).getLast());
        assertEquals("yes", send(first.address(), "CONFIG GET appendonly", 5).getLast());
        first.stop().run();

        Store<RedisAddress> second = redis();
        try {
            assertEquals(List.of("$2", "42"), send(second.address(), "GET kept", 2));
        } finally {
            second.stop().run();
        }
    }

    private Store<RedisAddress> redis() throws InterruptedException {
        return Stores.redis(Optional.empty(), state, OwnProcesses.of(state));
    }

    private static List<String> send(RedisAddress address, String command, int lines)
            throws IOException {
        try (Socket socket = new Socket(address.host(), address.port())) {
            socket.getOutputStream().write((command + "\r\n").getBytes(US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            return answer.lines().limit(lines).toList();
        }
    }

    @Test
    void aStoreThatIsThereIsUsedAndLeftAlone() throws Exception {
        Store<RedisAddress> running = redis();
        try {
            Optional<String> url = Optional.of(running.address().url());
            Stores.redis(url, state, OwnProcesses.of(state)).stop().run();

            assertEquals(List.of("+PONG"), send(running.address(), "PING", 1));
        } finally {
            running.stop().run();
        }
    }

    @Test
    void anUnreachablePostgresIsNamedWithoutItsPassword() {
        int port = PortPlan.freePort();
        Optional<String> url =
                Optional.of("postgresql://vouchline:secret@127.0.0.1:%d/bank".formatted(port));

        String sentence =
                assertThrows(
                                StartFailure.class,
                                () -> Stores.postgres(url, state, "", OwnProcesses.of(state)))
                        .sentence();

        assertEquals(
                "VOUCHLINE_POSTGRES_URL is postgresql://vouchline:***@127.0.0.1:%d/bank, but no PostgreSQL lets the fleet in there (ConnectException: Connection refused): start it, correct the setting, or unset it to use the fleet's own PostgreSQL."
                        .formatted(port),
                sentence);
    }

    @Test
    void anUnreachableRedisIsNamed() {
        int port = PortPlan.freePort();
        Optional<String> url = Optional.of("redis://127.0.0.1:" + port);

        String sentence =
                assertThrows(
                                StartFailure.class,
                                () -> Stores.redis(url, state, OwnProcesses.of(state)))
                        .sentence();

        assertTrue(
                sentence.startsWith(
                        "VOUCHLINE_REDIS_URL is redis://127.0.0.1:%d, but no Redis lets the fleet in there"
                                .formatted(port)),
                sentence);
    }
}
