package io.vouchline.local;

import io.vouchline.local.process.PortPlan;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a fleet is told from outside.
 *
 * @param project the folder with the built services
 * @param state where keys and data live from one start to the next
 * @param outbox the file of the messages that arrived
 * @param environment the file that tells scripts where the fleet is and how to get in
 * @param postgresUrl a PostgreSQL to use instead of the fleet's own
 * @param redisUrl a Redis to use instead of the fleet's own
 */
public record FleetSettings(
        Path project,
        Path state,
        Path outbox,
        Path environment,
        PortPlan ports,
        Optional<String> postgresUrl,
        Optional<String> redisUrl) {

    /** Paths become absolute: processes are told them, and known by them. */
    public FleetSettings {
        project = project.toAbsolutePath().normalize();
        state = state.toAbsolutePath().normalize();
        outbox = outbox.toAbsolutePath().normalize();
        environment = environment.toAbsolutePath().normalize();
    }

    /** The fleet of {@code deploy/local/up}. */
    public static FleetSettings standard(Path project, Map<String, String> variables) {
        Path target = project.resolve("deploy/local/target");
        return new FleetSettings(
                project,
                target.resolve("fleet"),
                target.resolve("outbox.jsonl"),
                target.resolve("fleet.env"),
                PortPlan.standard(),
                value(variables, "VOUCHLINE_POSTGRES_URL"),
                value(variables, "VOUCHLINE_REDIS_URL"));
    }

    /** A fleet that keeps all its files in one folder and meets no other fleet: for tests. */
    public static FleetSettings apart(Path project, Path folder) {
        return new FleetSettings(
                project,
                folder.resolve("fleet"),
                folder.resolve("outbox.jsonl"),
                folder.resolve("fleet.env"),
                PortPlan.free(),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<String> value(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name)).filter(text -> !text.isBlank());
    }
}
