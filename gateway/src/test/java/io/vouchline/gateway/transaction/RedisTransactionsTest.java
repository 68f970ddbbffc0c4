package io.vouchline.gateway.transaction;

import static io.vouchline.contract.testing.RedisConnection.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.json.StrictJson;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.contract.risk.RiskApi.Assessment;
import io.vouchline.contract.risk.RiskApi.Cleansed;
import io.vouchline.contract.risk.RiskApi.Cleansing;
import io.vouchline.contract.risk.RiskApi.Numbering;
import io.vouchline.contract.risk.RiskApi.Original;
import io.vouchline.contract.risk.RiskApi.PhoneType;
import io.vouchline.contract.risk.RiskApi.Reason;
import io.vouchline.contract.risk.RiskApi.Risk;
import io.vouchline.contract.seal.Seal;
import io.vouchline.contract.testing.Keysets;
import io.vouchline.contract.testing.RedisStoreTest;
import io.vouchline.contract.testing.Settings;
import io.vouchline.gateway.transaction.Transaction.Kind;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisTransactionsTest extends RedisStoreTest {

    private RedisTransactions transactions;

    @BeforeEach
    void begin() {
        transactions = transactions(Map.of("timeout", "20s"));
    }

    private RedisTransactions transactions(Map<String, String> settings) {
        return new RedisTransactions(
                redis,
                StrictJson.strict(new ObjectMapper().registerModule(new JavaTimeModule())),
                Seal.read("test", Keysets.keyset("transactions.json")),
                Settings.of(TransactionConfig.class, settings));
    }

    @Test
    void whatIsKeptIsFoundWhole() {
        for (Kind kind : Kind.values()) {
            Transaction all = transaction(anyNumber(), kind, assessment());
            await(transactions.keep(all));
            assertEquals(Optional.of(all), await(transactions.find(all.reference())));
            Transaction least = transaction(anyNumber(), kind, null);
            await(transactions.keep(least));
            assertEquals(Optional.of(least), await(transactions.find(least.reference())));
        }
    }

    @Test
    void whatWasNeverKeptIsNotFound() {
        assertEquals(Optional.empty(), await(transactions.find(anyNumber())));
    }

    @Test
    void aTransactionIsForgottenAfter24Hours() {
        Transaction transaction = transaction(anyNumber(), Kind.CALL, assessment());
        await(transactions.keep(transaction));
        long seconds = await(redis.ttl(RedisTransactions.key(transaction.reference()))).toLong();
        assertTrue(seconds > 86_300 && seconds <= 86_400, () -> seconds + " s");
    }

    @Test
    void redisHoldsNoNumberAndNoAddressInClear() {
        Transaction transaction = transaction(anyNumber(), Kind.CALL, assessment());
        await(transactions.keep(transaction));
        String value = await(redis.get(RedisTransactions.key(transaction.reference()))).toString();
        assertFalse(value.contains("6502530000"), value);
        assertFalse(value.contains("bank.example"), value);
    }

    @Test
    void whatSomebodyElseWroteThereHoldsForNobody() {
        Transaction transaction = transaction(anyNumber(), Kind.CALL, null);
        String other = anyNumber();
        await(transactions.keep(transaction));
        String stolen = await(redis.get(RedisTransactions.key(transaction.reference()))).toString();
        for (String value : List.of(stolen, "{}", "")) {
            await(redis.set(List.of(RedisTransactions.key(other), value)));
            assertEquals(Optional.empty(), await(transactions.find(other)));
        }
    }

    @Test
    void theProofLeavesNothingThatStays() {
        await(transactions.prove());
        long seconds = await(redis.ttl("{transaction:proof}")).toLong();
        assertTrue(seconds > 0 && seconds <= 60, () -> seconds + " s");
    }

    /** Full, but still there: reading goes on. */
    @Test
    void aStoreThatTakesNoWritesIsAnOutageBeforeAnythingIsSent() {
        Transaction transaction = transaction(anyNumber(), Kind.CALL, null);
        await(transactions.keep(transaction));
        await(redis.config(List.of("SET", "maxmemory", "1")));
        try {
            assertUnavailable(transactions.prove());
            assertUnavailable(transactions.keep(transaction));
            assertEquals(
                    Optional.of(transaction), await(transactions.find(transaction.reference())));
        } finally {
            await(redis.config(List.of("SET", "maxmemory", "0")));
        }
    }

    @Test
    void aStoreThatIsSilentIsAnOutageInTime() {
        RedisTransactions hasty = transactions(Map.of("timeout", "100ms"));
        await(redis.client(List.of("PAUSE", "1000")));
        assertUnavailable(hasty.find(anyNumber()));
    }

    private static void assertUnavailable(Uni<?> answer) {
        ProblemException failure = assertThrows(ProblemException.class, () -> await(answer));
        assertEquals(ProblemType.UNAVAILABLE.status(), failure.problem().status());
        assertEquals(2, failure.problem().retryAfterSeconds());
    }

    private static Transaction transaction(String reference, Kind kind, Assessment assessment) {
        boolean all = assessment != null;
        return new Transaction(
                reference,
                "bank",
                "voice",
                kind,
                all,
                all,
                !all,
                all ? URI.create("https://bank.example/reports") : null,
                assessment,
                Instant.parse("2026-01-31T12:00:00.123456Z"));
    }

    private static Assessment assessment() {
        Cleansed cleansed = new Cleansed(100, "1", 10, 10, "6502530000");
        return new Assessment(
                new PhoneType("2", "MOBILE"),
                new Risk(
                        "block",
                        820,
                        "very high",
                        List.of(new Reason("list", "it is listed", 9.5)),
                        "1"),
                new Numbering(
                        "6502530000",
                        10,
                        10,
                        "1",
                        new Original("6502530000", "16502530000", "1"),
                        new Cleansing(cleansed, cleansed)),
                null,
                "California",
                "US",
                true,
                false);
    }
}
