package io.vouchline.otp.quota;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import io.vouchline.contract.identity.Caller;
import io.vouchline.contract.number.NumberHash;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.redis.ClockOffset;
import io.vouchline.contract.redis.RedisScript;
import io.vouchline.otp.store.Keys;
import io.vouchline.otp.store.Scripts;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Quotas in Redis. */
@Singleton
class RedisQuotas implements Quotas {

    private static final Logger LOGGER = Logger.getLogger(RedisQuotas.class);
    private static final RedisScript TAKE = Scripts.beside(RedisQuotas.class, "take.lua");
    private static final RedisScript GIVE_BACK = Scripts.beside(RedisQuotas.class, "give-back.lua");
    private static final int LAST_DIGITS = 4;

    private final RedisAPI redis;
    private final NumberHash numbers;
    private final QuotaConfig config;
    private final ClockOffset clockOffset;

    RedisQuotas(RedisAPI redis, NumberHash numbers, QuotaConfig config, ClockOffset clockOffset) {
        this.numbers = numbers;
        this.redis = redis;
        this.config = config;
        this.clockOffset = clockOffset;
    }

    @Override
    public Uni<Admission> take(Caller caller, PhoneNumber number, Channel channel) {
        Map<String, Rate> quotas = quotas(caller, number, channel);
        List<String> keys = List.copyOf(quotas.keySet());
        List<String> arguments = arguments(quotas.values());
        return TAKE.run(redis, keys, arguments)
                .map(Objects::requireNonNull)
                .map(
                        answer -> {
                            Duration wait = millis(answer, 0);
                            if (wait.isPositive()) {
                                throw new QuotaExceededException(wait);
                            }
                            return new Admission(
                                    millis(answer, 1), () -> giveBack(keys, arguments));
                        });
    }

    /** What cannot be given back is lost: that errs on the side of fewer messages. */
    private Uni<Void> giveBack(List<String> keys, List<String> arguments) {
        return GIVE_BACK
                .run(redis, keys, arguments)
                .onFailure()
                .invoke(failure -> LOGGER.warnf("a quota was not given back: %s", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private List<String> arguments(Collection<Rate> rates) {
        List<String> arguments = new ArrayList<>();
        arguments.add(clockOffset.argument());
        rates.forEach(rate -> arguments.addAll(rate.arguments()));
        return arguments;
    }

    private Map<String, Rate> quotas(Caller caller, PhoneNumber number, Channel channel) {
        String tenant = caller.tenant();
        Map<String, Rate> quotas = new LinkedHashMap<>();
        quotas.put(Keys.quota(tenant, "client:" + caller.client()), config.client());
        quotas.put(Keys.quota(tenant, "client-day:" + caller.client()), config.clientDay());
        if (channel == Channel.SMS || channel == Channel.VOICE) {
            quotas.put(
                    Keys.quota(tenant, "range:" + numbers.ofRange(tenant, range(number))),
                    config.prefix());
        }
        return quotas;
    }

    private static String range(PhoneNumber number) {
        String e164 = number.e164();
        return e164.substring(0, Math.max(2, e164.length() - LAST_DIGITS));
    }

    private static Duration millis(Response answer, int index) {
        return Duration.ofMillis(
                Long.parseLong(Objects.requireNonNull(answer.get(index)).toString()));
    }
}
