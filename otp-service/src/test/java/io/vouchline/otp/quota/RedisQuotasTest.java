package io.vouchline.otp.quota;

import static io.vouchline.contract.testing.RedisConnection.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.identity.Caller;
import io.vouchline.contract.key.SecretKeySet;
import io.vouchline.contract.number.NumberHash;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.contract.testing.MovedClock;
import io.vouchline.contract.testing.Redis;
import io.vouchline.contract.testing.RedisConnection;
import io.vouchline.contract.testing.Requirement;
import io.vouchline.contract.testing.Settings;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisQuotasTest {

    private static final NumberHash NUMBERS =
            new NumberHash(SecretKeySet.read("test", KeyFiles.secret("quota-numbers")).current());

    private static RedisConnection redis;

    private final MovedClock clock = new MovedClock();
    private final Caller caller = new Caller(UUID.randomUUID().toString(), "client", null);

    @BeforeAll
    static void start() {
        redis = new RedisConnection(new Redis());
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Test
    @Requirement(17)
    void aClientSendsNoMoreAtOnceThanItMayAlsoInParallel() {
        Quotas quotas = quotas(Map.of("client", "10/1m"));
        List<Boolean> taken =
                await(
                        Uni.join()
                                .all(
                                        IntStream.range(0, 64)
                                                .mapToObj(
                                                        i ->
                                                                taken(
                                                                        quotas,
                                                                        caller,
                                                                        "+1650253" + (1000 + i)))
                                                .toList())
                                .andFailFast());
        assertEquals(10, Collections.frequency(taken, true));
    }

    @Test
    void whatWasTakenComesBackWithTime() {
        Quotas quotas = quotas(Map.of("client", "2/1m"));
        assertTrue(await(taken(quotas, caller, "+16502531000")));
        assertTrue(await(taken(quotas, caller, "+16502531001")));
        QuotaExceededException exceeded =
                assertThrows(
                        QuotaExceededException.class,
                        () -> await(quotas.take(caller, number("+16502531002"), Channel.SMS)));
        assertTrue(exceeded.retryAfter().compareTo(Duration.ofSeconds(30)) <= 0);
        assertTrue(exceeded.retryAfter().compareTo(Duration.ofSeconds(25)) > 0);
        clock.moveTo(Duration.ofSeconds(31));
        assertTrue(await(taken(quotas, caller, "+16502531002")));
    }

    @Test
    void theDayOfAClientIsLimitedToo() {
        Quotas quotas = quotas(Map.of("client", "100/1m", "client-day", "3/24h"));
        for (int i = 0; i < 3; i++) {
            assertTrue(await(taken(quotas, caller, "+1650253100" + i)));
        }
        clock.moveTo(Duration.ofHours(1));
        QuotaExceededException exceeded =
                assertThrows(
                        QuotaExceededException.class,
                        () -> await(quotas.take(caller, number("+16502531009"), Channel.SMS)));
        assertTrue(exceeded.retryAfter().compareTo(Duration.ofHours(6)) > 0);
    }

    @Test
    @Requirement(17)
    void numbersOfOneRangeShareTheirQuotaAndOthersDoNot() {
        Quotas quotas = quotas(Map.of("prefix", "5/1h"));
        for (int i = 0; i < 5; i++) {
            assertTrue(await(taken(quotas, caller, "+3725012345" + i)));
        }
        assertEquals(false, await(taken(quotas, caller, "+37250129999")));
        assertTrue(await(taken(quotas, caller, "+37250134567")));
    }

    @Test
    void mailsHaveNoDestinationRange() {
        Quotas quotas = quotas(Map.of("prefix", "1/1h"));
        for (int i = 0; i < 3; i++) {
            Admission admission = await(quotas.take(caller, number("+16502531000"), Channel.EMAIL));
            assertTrue(admission.redisTime().isPositive());
        }
    }

    @Test
    void aRefusedRangeTakesNothingFromTheClient() {
        Quotas quotas = quotas(Map.of("client", "2/1h", "prefix", "1/1h"));
        assertTrue(await(taken(quotas, caller, "+16502531000")));
        for (int i = 0; i < 5; i++) {
            assertEquals(false, await(taken(quotas, caller, "+16502531001")));
        }
        assertTrue(await(taken(quotas, caller, "+16502541000")));
    }

    @Test
    void whatWasNotSentIsGivenBack() {
        Quotas quotas = quotas(Map.of("client", "1/1h"));
        for (int i = 0; i < 5; i++) {
            Admission admission = await(quotas.take(caller, number("+16502531000"), Channel.SMS));
            await(admission.giveBack());
        }
        assertTrue(await(taken(quotas, caller, "+16502531000")));
        assertEquals(false, await(taken(quotas, caller, "+16502531000")));
    }

    @Test
    void oneTenantsTrafficStopsNoOtherTenant() {
        Quotas quotas = quotas(Map.of("client", "1/1h", "prefix", "1/1h"));
        assertTrue(await(taken(quotas, caller, "+16502531000")));
        Caller other = new Caller(UUID.randomUUID().toString(), "client", null);
        assertTrue(await(taken(quotas, other, "+16502531000")));
    }

    @Test
    void everyKeyHasATimeToLive() {
        await(taken(quotas(Map.of()), caller, "+16502531000"));
        for (var key : await(redis.api().keys("*"))) {
            assertTrue(await(redis.api().pttl(key.toString())).toLong() > 0, key.toString());
        }
    }

    private Quotas quotas(Map<String, String> differing) {
        return new RedisQuotas(
                redis.api(), NUMBERS, Settings.of(QuotaConfig.class, differing), clock);
    }

    private static Uni<Boolean> taken(Quotas quotas, Caller caller, String number) {
        return quotas.take(caller, number(number), Channel.SMS)
                .replaceWith(true)
                .onFailure(QuotaExceededException.class)
                .recoverWithItem(false);
    }

    private static PhoneNumber number(String e164) {
        return PhoneNumber.ofE164(e164);
    }
}
