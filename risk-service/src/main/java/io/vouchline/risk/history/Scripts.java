package io.vouchline.risk.history;

import io.vouchline.contract.redis.RedisScript;

/** The Lua scripts of this package, each with {@code prelude.lua} before it. */
final class Scripts {

    static final RedisScript ASK_NUMBER = script("ask-number.lua");
    static final RedisScript ASK_DESTINATION = script("ask-destination.lua");
    static final RedisScript ASK_CLIENT = script("ask-client.lua");
    static final RedisScript REFUSE = script("refuse.lua");
    static final RedisScript HAPPEN_NUMBER = script("happen-number.lua");
    static final RedisScript HAPPEN_DESTINATION = script("happen-destination.lua");
    static final RedisScript HAPPEN_CLIENT = script("happen-client.lua");

    private Scripts() {}

    private static RedisScript script(String name) {
        return RedisScript.of(
                RedisScript.read(Scripts.class, "prelude.lua"),
                RedisScript.read(Scripts.class, name));
    }
}
