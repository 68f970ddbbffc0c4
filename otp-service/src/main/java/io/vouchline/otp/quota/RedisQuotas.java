package io.vouchline.otp.quota;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import io.vouchline.contract.identity.Caller;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.otp.store.ClockOffset;
import io.vouchline.otp.store.Keys;
import io.vouchline.otp.store.RedisScript;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Quotas in Redis. */
@Singleton
class RedisQuotas implements Quotas {

    private static final Logger LOGGER = Logger.getLogger(RedisQuotas.class);
    private static final RedisScript TAKE = RedisScript.beside(RedisQuotas.class, "take.lua");
    private static final RedisScript GIVE_BACK =
            RedisScript.beside(RedisQuotas.class, "give-back.lua");
    private static final int LAST_DIGITS = 4;

    private final RedisAPI redis;
    private final QuotaConfig config;
    private final ClockOffset clockOffset;

    RedisQuotas(RedisAPI redis, QuotaConfig config, ClockOffset clockOffset) {
        this.redis = redis;
        this.config = config;
        this.clockOffset = clockOffset;
    }

    @Override
    public Uni<Admission> take(Caller caller, PhoneNumber number, Channel channel) {
        List<Quota> quotas = quotas(caller, number, channel);
        return take(quotas, 0);
    }

    private Uni<Admission> take(List<Quota> quotas, int index) {
        Quota quota = quotas.get(index);
        return TAKE.run(redis, quota.keys(), arguments(quota))
                .map(Objects::requireNonNull)
                .chain(
                        answer -> {
                            long wait = number(answer, 0);
                            if (wait > 0) {
                                QuotaExceededException exceeded =
                                        new QuotaExceededException(Duration.ofMillis(wait));
                                return giveBack(quotas.subList(0, index))
                                        .chain(() -> Uni.createFrom().failure(exceeded));
                            }
                            return index + 1 < quotas.size()
                                    ? take(quotas, index + 1)
                                    : Uni.createFrom()
                                            .item(
                                                    new Admission(
                                                            Duration.ofMillis(number(answer, 1)),
                                                            () -> giveBack(quotas)));
                        });
    }

    /** What cannot be given back is lost: that errs on the side of fewer messages. */
    private Uni<Void> giveBack(List<Quota> quotas) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Quota quota : quotas) {
            all =
                    all.chain(
                            () ->
                                    GIVE_BACK
                                            .run(redis, quota.keys(), arguments(quota))
                                            .replaceWithVoid());
        }
        return all.onFailure()
                .invoke(failure -> LOGGER.warnf("a quota was not given back: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private List<String> arguments(Quota quota) {
        List<String> arguments = new ArrayList<>();
        arguments.add(clockOffset.argument());
        quota.rates().forEach(rate -> arguments.addAll(rate.arguments()));
        return arguments;
    }

    private List<Quota> quotas(Caller caller, PhoneNumber number, Channel channel) {
        String client = caller.tenant() + '/' + caller.client();
        List<Quota> quotas = new ArrayList<>();
        quotas.add(
                new Quota(
                        List.of(Keys.quota(client, "moment"), Keys.quota(client, "day")),
                        List.of(config.client(), config.clientDay())));
        if (channel == Channel.SMS || channel == Channel.VOICE) {
            String range = caller.tenant() + '/' + range(number);
            quotas.add(new Quota(List.of(Keys.quota(range, "range")), List.of(config.prefix())));
        }
        return quotas;
    }

    private static String range(PhoneNumber number) {
        String e164 = number.e164();
        return e164.substring(0, Math.max(2, e164.length() - LAST_DIGITS));
    }

    private static long number(Response answer, int index) {
        return Long.parseLong(Objects.requireNonNull(answer.get(index)).toString());
    }

    /** Keys of one slot and their rates, in the same order. */
    private record Quota(List<String> keys, List<Rate> rates) {}
}
