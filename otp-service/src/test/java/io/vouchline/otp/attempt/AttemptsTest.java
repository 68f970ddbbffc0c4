package io.vouchline.otp.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.key.SecretKeySet;
import io.vouchline.contract.number.NumberHash;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.AttemptApi.AttemptState;
import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.otp.attempt.AttemptStore.Attempt;
import io.vouchline.otp.attempt.AttemptStore.Ending;
import io.vouchline.otp.attempt.AttemptStore.Reservation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private static final PhoneNumber NUMBER = PhoneNumber.ofE164("+16502530001");
    private static final PhoneNumber OTHER = PhoneNumber.ofE164("+16502530002");

    private final List<Attempt> reserved = new ArrayList<>();
    private final Attempts attempts =
            new Attempts(
                    new Recording(),
                    new NumberHash(
                            SecretKeySet.read("test", KeyFiles.secret("numbers")).current()));

    @Test
    void anIdIsGoodForOneNumberOfOneTenant() {
        Attempt first = reserve("bank", NUMBER, "id");
        assertEquals(first, reserve("bank", NUMBER, "id"));
        assertNotEquals(first.digest(), reserve("bank", OTHER, "id").digest());
        assertNotEquals(first.digest(), reserve("other", NUMBER, "id").digest());
        assertNotEquals(first.digest(), reserve("bank", NUMBER, "other").digest());
    }

    @Test
    void anIdOfAnyTextIsSafeAndNotShown() {
        for (String id : List.of("a b", "{x}:y\n", "ü\0", "x".repeat(128))) {
            assertTrue(reserve("bank", NUMBER, id).digest().matches("[0-9a-f]{64}"));
        }
    }

    private Attempt reserve(String tenant, PhoneNumber number, String id) {
        Reservation _ = attempts.reserve(tenant, number, id).await().indefinitely();
        return reserved.getLast();
    }

    private final class Recording implements AttemptStore {

        @Override
        public Uni<Reservation> reserve(Attempt attempt, boolean strong) {
            reserved.add(attempt);
            return Uni.createFrom()
                    .item(new Reservation(AttemptState.RESERVED, Instant.EPOCH, Instant.EPOCH, ""));
        }

        @Override
        public Uni<Optional<Reservation>> settle(Attempt attempt, Ending ending) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Boolean> clear(String numberHash) {
            throw new UnsupportedOperationException();
        }
    }
}
