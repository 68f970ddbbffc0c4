package io.vouchline.contract.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Lua script: class-path resources that Redis runs as one step, with {@code prelude.lua} before
 * them. It is called by its hash and sent whole only where Redis does not know it yet (after a
 * restart or fail-over).
 */
public final class RedisScript {

    /** Longer than any request waits: this ends what runs outside of requests. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final String PRELUDE = read(RedisScript.class, "prelude.lua");

    private final String source;
    private final String hash;

    private RedisScript(String source) {
        this.source = source;
        this.hash = sha1(source);
    }

    /**
     * A script made of these parts, in this order.
     *
     * @param parts Lua sources: what is only defined in one is used in those after it
     */
    public static RedisScript of(String... parts) {
        return new RedisScript(PRELUDE + String.join("", parts));
    }

    /**
     * Reads a Lua source that lies beside a class.
     *
     * @param name the file's name, for example {@code check.lua}
     */
    public static String read(Class<?> neighbour, String name) {
        try (InputStream in = neighbour.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Redis is sent. */
    public String source() {
        return source;
    }

    /** Runs the script; all keys must share one hash tag. Null is Lua's nil or false. */
    public Uni<@Nullable Response> run(RedisAPI redis, List<String> keys, List<String> arguments) {
        return redis.evalsha(call(hash, keys, arguments))
                .onFailure(RedisScript::isUnknownHere)
                .recoverWithUni(() -> redis.eval(call(source, keys, arguments)))
                .ifNoItem()
                .after(LONGEST)
                .fail();
    }

    private static List<String> call(String script, List<String> keys, List<String> arguments) {
        List<String> call = new ArrayList<>(keys.size() + arguments.size() + 2);
        call.add(script);
        call.add(Integer.toString(keys.size()));
        call.addAll(keys);
        call.addAll(arguments);
        return call;
    }

    private static boolean isUnknownHere(Throwable failure) {
        return String.valueOf(failure.getMessage()).startsWith("NOSCRIPT");
    }

    private static String sha1(String source) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(source.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
