package io.vouchline.local.store;

import io.vouchline.local.process.OwnProcesses;
import io.vouchline.local.report.StartFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/**
 * Finds the two stores of a fleet: servers that are already there, if settings name them, or its
 * own.
 */
public final class Stores {

    private static final String CONNECT_SECONDS = "5";

    private Stores() {}

    /** The PostgreSQL of this URL, or one of the fleet's own. */
    public static Store<PostgresAddress> postgres(
            Optional<String> url, Path state, String password, OwnProcesses processes) {
        return url.map(Stores::postgresThere)
                .orElseGet(
                        () -> {
                            LocalPostgres server = LocalPostgres.start(state, password, processes);
                            return new Store<>(server.address(), server::close);
                        });
    }

    /** The Redis of this URL, or one of the fleet's own. */
    public static Store<RedisAddress> redis(
            Optional<String> url, Path state, OwnProcesses processes) throws InterruptedException {
        if (url.isPresent()) {
            return redisThere(url.get());
        }
        LocalRedis server = LocalRedis.start(state, processes);
        return new Store<>(server.address(), server::close);
    }

    private static Store<PostgresAddress> postgresThere(String url) {
        PostgresAddress address = PostgresAddress.parse(url);
        Properties login = new Properties();
        login.setProperty("user", address.user());
        login.setProperty("password", address.password());
        login.setProperty("connectTimeout", CONNECT_SECONDS);
        login.setProperty("socketTimeout", CONNECT_SECONDS);
        try {
            DriverManager.getConnection(address.jdbcUrl(), login).close();
            return Store.thatWasThere(address);
        } catch (SQLException e) {
            throw unreachable(PostgresAddress.SETTING, address, "PostgreSQL", e);
        }
    }

    private static Store<RedisAddress> redisThere(String url) {
        RedisAddress address = RedisAddress.parse(url);
        try {
            RedisPing.send(address.host(), address.port());
            return Store.thatWasThere(address);
        } catch (IOException e) {
            throw unreachable(RedisAddress.SETTING, address, "Redis", e);
        }
    }

    private static StartFailure unreachable(
            String setting, Object address, String store, Exception cause) {
        return new StartFailure(
                "%s is %s, but no %s lets the fleet in there (%s): start it, correct the setting, or unset it to use the fleet's own %s."
                        .formatted(setting, address, store, StartFailure.reason(cause), store),
                cause);
    }
}
