package io.vouchline.otp.store;

import io.vouchline.contract.redis.RedisScript;

/** The Lua scripts of this service, each with {@code prelude.lua} before it. */
public final class Scripts {

    private static final String PRELUDE = RedisScript.read(Scripts.class, "prelude.lua");

    private Scripts() {}

    /**
     * The script that lies beside a class.
     *
     * @param name the file's name, for example {@code check.lua}
     */
    public static RedisScript beside(Class<?> neighbour, String name) {
        return RedisScript.of(PRELUDE, RedisScript.read(neighbour, name));
    }
}
