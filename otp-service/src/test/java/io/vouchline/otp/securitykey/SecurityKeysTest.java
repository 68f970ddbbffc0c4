package io.vouchline.otp.securitykey;

import static io.vouchline.contract.testing.RedisConnection.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.OtpApi.CodeState;
import io.vouchline.contract.otp.SecurityKeyApi.Algorithm;
import io.vouchline.contract.otp.SecurityKeyApi.CheckKeyRequest;
import io.vouchline.contract.otp.SecurityKeyApi.KeyChecked;
import io.vouchline.contract.otp.SecurityKeyApi.Made;
import io.vouchline.contract.otp.SecurityKeyApi.MakeRequest;
import io.vouchline.contract.otp.SecurityKeyApi.SealedKey;
import io.vouchline.contract.testing.Requirement;
import io.vouchline.otp.OtpFixture;
import io.vouchline.otp.attempt.Attempts;
import io.vouchline.otp.passcode.Pepper;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;

/** What a check does when Redis is lost in the middle of it, and what it leaves in logs. */
@QuarkusTest
@QuarkusTestResource(OtpFixture.class)
class SecurityKeysTest {

    private static final AtomicInteger NEXT = new AtomicInteger(1000);
    private static final String TENANT = "bank";

    private final PhoneNumber number = PhoneNumber.ofE164("+1650258" + NEXT.getAndIncrement());
    private final String subject = UUID.randomUUID().toString();

    @Inject SecurityKeys keys;
    @Inject SealedSecrets secrets;
    @Inject Attempts attempts;
    @Inject StepStore steps;
    @Inject Pepper pepper;

    @Test
    @Requirement(41)
    void anAttemptThatWasLostAfterItsStepWasUsedIsRightWhenItIsRepeated() {
        Made made = make();
        CheckKeyRequest request = request(made, shown(made, 0), "turn");
        assertThrows(UncheckedIOException.class, () -> check(losing(true), request));
        assertEquals(new KeyChecked(CodeState.VALID, made.id()), check(keys, request));
        assertEquals(new KeyChecked(CodeState.VALID, made.id()), check(keys, request));
    }

    @Test
    void anAttemptThatWasLostBeforeItsStepWasUsedIsRightWhenItIsRepeated() {
        Made made = make();
        CheckKeyRequest request = request(made, shown(made, 0), "turn");
        assertThrows(UncheckedIOException.class, () -> check(losing(false), request));
        assertEquals(new KeyChecked(CodeState.VALID, made.id()), check(keys, request));
    }

    @Test
    void theStepOfALostAttemptIsNoOthers() {
        Made made = make();
        String shown = shown(made, 0);
        assertThrows(
                UncheckedIOException.class, () -> check(losing(true), request(made, shown, "a")));
        assertEquals(CodeState.INVALID, check(keys, request(made, shown, "b")).state());
    }

    @Test
    void anAttemptThatIsLostForGoodCountsAsOneFailureAndLocksNobodyOutForGood() {
        Made made = make();
        String shown = shown(made, 0);
        assertThrows(
                UncheckedIOException.class, () -> check(losing(true), request(made, shown, "a")));
        for (int i = 0; i < 3; i++) {
            assertEquals(CodeState.INVALID, check(keys, request(made, shown, "b" + i)).state());
        }
        assertEquals(CodeState.VALID, check(keys, request(made, shown(made, 1), "next")).state());
    }

    @Test
    @Requirement({31, 39})
    void neitherSecretNorDigitsNorNumberIsInALog() {
        Queue<String> logged = new ConcurrentLinkedQueue<>();
        Handler handler = recording(logged);
        Logger.getLogger("").addHandler(handler);
        try {
            Made made = make();
            String shown = shown(made, 0);
            assertEquals(CodeState.VALID, check(keys, request(made, shown, "a")).state());
            assertEquals(CodeState.INVALID, check(keys, request(made, shown, "b")).state());
            Made moved = new Made(UUID.randomUUID(), made.sealed(), made.otpauthUri());
            assertEquals(CodeState.INVALID, check(keys, request(moved, shown, "c")).state());
            String all = String.join("\n", logged);
            assertTrue(all.contains("a security key did not open"), all);
            for (String hidden :
                    List.of(
                            shown,
                            "otpauth",
                            new Base32().encodeAsString(secret(made)),
                            number.e164().substring(1),
                            subject)) {
                assertFalse(all.contains(hidden), all);
            }
            assertFalse((made + " " + request(made, shown, "a")).contains(shown));
        } finally {
            Logger.getLogger("").removeHandler(handler);
        }
    }

    /** Redis is lost right before or right after a step was used. */
    private SecurityKeys losing(boolean used) {
        UncheckedIOException lost = new UncheckedIOException(new java.io.IOException("lost"));
        return new SecurityKeys(
                secrets,
                attempts,
                (key, step, reservation) ->
                        used
                                ? steps.use(key, step, reservation)
                                        .chain(done -> Uni.createFrom().failure(lost))
                                : Uni.createFrom().failure(lost),
                pepper);
    }

    private static KeyChecked check(SecurityKeys keys, CheckKeyRequest request) {
        return await(keys.check(TENANT, request));
    }

    private Made make() {
        return keys.make(
                TENANT,
                new MakeRequest(UUID.randomUUID(), subject, "Bank", "doe", Algorithm.SHA1, 6));
    }

    private CheckKeyRequest request(Made made, String shown, String attempt) {
        return new CheckKeyRequest(
                number, subject, List.of(new SealedKey(made.id(), made.sealed())), shown, attempt);
    }

    private static String shown(Made made, long off) {
        return Totp.shown(
                new KeySecret(Algorithm.SHA1, 6, secret(made)), Totp.step(Instant.now()) + off);
    }

    private static byte[] secret(Made made) {
        return new Base32().decode(made.otpauthUri().replaceAll(".*secret=([A-Z2-7]+).*", "$1"));
    }

    private static Handler recording(Queue<String> logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(
                        entry.getMessage()
                                + " "
                                + java.util.Arrays.toString(entry.getParameters())
                                + " "
                                + entry.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
