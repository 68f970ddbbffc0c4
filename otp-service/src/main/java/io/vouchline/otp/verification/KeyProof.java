package io.vouchline.otp.verification;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.NumberHash;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.otp.OtpApi.Wording;
import io.vouchline.otp.delivery.Destination;
import io.vouchline.otp.delivery.Message;
import io.vouchline.otp.delivery.SealedMessages;
import io.vouchline.otp.passcode.Passcode;
import io.vouchline.otp.passcode.Pepper;
import io.vouchline.otp.passcode.Pepper.KeyedHash;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Proves that the mounted keys are those the data was written with: with another pepper every live
 * code would be wrong, with another numbers key every failure and lock forgotten, and with another
 * keyset no queued message would go out.
 */
@Singleton
public class KeyProof {

    private static final String NAME = "canary";
    private static final Passcode KNOWN = new Passcode("000000");
    private static final PhoneNumber NUMBER = PhoneNumber.ofE164("+16502530000");
    private static final Message KNOWN_MESSAGE =
            new Message(
                    new Destination(Channel.SMS, NAME),
                    NUMBER,
                    "",
                    new Wording(null, "en", null),
                    List.of());

    private final CanaryStore store;
    private final Pepper pepper;
    private final SealedMessages messages;
    private final NumberHash numbers;

    KeyProof(CanaryStore store, Pepper pepper, SealedMessages messages, NumberHash numbers) {
        this.store = store;
        this.pepper = pepper;
        this.messages = messages;
        this.numbers = numbers;
    }

    /**
     * Checks the canary, and writes it anew with the keys that are current now: once a rotation is
     * over, the old keys can go. Fails with {@link WrongKeysException} if the keys are others than
     * those of the data.
     */
    public Uni<Void> prove() {
        KeyedHash hash = pepper.hash(NAME, KNOWN);
        String number = numbers.of(NAME, NUMBER);
        String sealed = messages.seal(KNOWN_MESSAGE, NAME);
        CanaryStore.Canary fresh = new CanaryStore.Canary(hash.keyId(), hash.mac(), number, sealed);
        return store.findOrPlace(fresh).invoke(this::check).chain(() -> store.replace(fresh));
    }

    private void check(CanaryStore.Canary canary) {
        KeyedHash then = new KeyedHash(canary.keyId(), canary.mac());
        if (!pepper.candidates(NAME, KNOWN.digits()).contains(then)) {
            throw new WrongKeysException("vouchline.passcode.pepper-file");
        }
        if (!canary.number().equals(numbers.of(NAME, NUMBER))) {
            throw new WrongKeysException("vouchline.numbers.key-file");
        }
        try {
            if (messages.open(canary.sealed(), NAME).destination().to().equals(NAME)) {
                return;
            }
        } catch (IllegalStateException e) {
            // Told below, with the setting.
        }
        throw new WrongKeysException("vouchline.passcode.keyset-file");
    }

    /** The keys are not those that the data was written with: starting would be harmful. */
    public static final class WrongKeysException extends RuntimeException {

        WrongKeysException(String setting) {
            super(
                    setting
                            + " names other keys than those this Redis was written with; mount those, or use another Redis");
        }
    }
}
