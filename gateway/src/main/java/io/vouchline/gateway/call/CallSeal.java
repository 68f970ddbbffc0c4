package io.vouchline.gateway.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vouchline.contract.number.NumberHash;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.seal.Seal;
import io.vouchline.gateway.call.CallStore.Caller;
import io.vouchline.gateway.key.SealConfig;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hashes and seals what is kept of a call. It is bound to the tenant, the field, and the call; or,
 * since a look-up may come before its call is known, to the caller instead of the call. A mapper of
 * its own: what is kept outlives a change of settings.
 */
@Singleton
final class CallSeal {

    private static final Logger LOGGER = Logger.getLogger(CallSeal.class);

    /** What precedes a sealed variable tells what it is bound to. */
    private static final char TO_CALL = 'i';

    private static final char TO_CALLER = 'n';

    private final ObjectMapper mapper = new ObjectMapper();
    private final Seal seal;
    private final NumberHash numbers;

    CallSeal(Seal seal, NumberHash numbers) {
        this.seal = seal;
        this.numbers = numbers;
    }

    /** The hash of a caller. */
    String hash(String tenant, PhoneNumber caller) {
        return numbers.of(tenant, caller);
    }

    /** The hash of an agent. */
    String hash(String tenant, Agent agent) {
        return numbers.ofAgent(tenant, agent.name());
    }

    /** The caller of a call, hashed and sealed. */
    Caller caller(String tenant, CallId id, PhoneNumber caller) {
        return new Caller(hash(tenant, caller), text(tenant, id, CallStore.CALLER, caller.e164()));
    }

    /** Seals a text of a call. */
    String text(String tenant, CallId id, String field, String text) {
        return seal.seal(text.getBytes(UTF_8), ofCall(tenant, id, field));
    }

    /** Opens a text of a call; nothing if there is none, or it does not open. */
    Optional<String> openText(String tenant, CallId id, String field, @Nullable String sealed) {
        return sealed == null
                ? Optional.empty()
                : opened(sealed, ofCall(tenant, id, field)).map(bytes -> new String(bytes, UTF_8));
    }

    /** Seals a variable of a call. */
    String variable(String tenant, CallId id, Variable variable) {
        return TO_CALL + sealed(variable, ofCall(tenant, id, variable.slot().field()));
    }

    /**
     * Seals a variable of whichever call this caller makes.
     *
     * @param number the caller's hash
     */
    String variable(String tenant, String number, Variable variable) {
        return TO_CALLER + sealed(variable, ofCaller(tenant, number, variable.slot().field()));
    }

    /**
     * Opens a variable, as an object with its name and value; nothing if there is none, or it does
     * not open.
     *
     * @param number the caller's hash; null if it is not known
     */
    Optional<ObjectNode> openVariable(
            String tenant,
            CallId id,
            @Nullable String number,
            Variable.Slot slot,
            @Nullable String sealed) {
        if (sealed == null || sealed.isEmpty()) {
            return Optional.empty();
        }
        String purpose =
                sealed.charAt(0) == TO_CALL
                        ? ofCall(tenant, id, slot.field())
                        : ofCaller(tenant, String.valueOf(number), slot.field());
        return opened(sealed.substring(1), purpose).flatMap(this::object);
    }

    private String sealed(Variable variable, String purpose) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.set(variable.name(), variable.value());
        return seal.seal(object.toString().getBytes(UTF_8), purpose);
    }

    private Optional<ObjectNode> object(byte[] json) {
        try {
            return mapper.readTree(json) instanceof ObjectNode object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (IOException e) {
            // Without the cause: Jackson's message repeats what it could not read.
            throw new IllegalStateException("a sealed variable is not readable");
        }
    }

    /** Whoever reads a call gets what opens: the rest is as good as lost. */
    private Optional<byte[]> opened(String sealed, String purpose) {
        try {
            return Optional.of(seal.open(sealed, purpose));
        } catch (IllegalStateException | IllegalArgumentException e) {
            LOGGER.warn(
                    "a part of a call did not open: it was moved or changed, or its key is no longer in the keyset of "
                            + SealConfig.KEYSET_FILE);
            return Optional.empty();
        }
    }

    private static String ofCall(String tenant, CallId id, String field) {
        return String.join("\n", "call", tenant, "id", id.value(), field);
    }

    private static String ofCaller(String tenant, String number, String field) {
        return String.join("\n", "call", tenant, "caller", number, field);
    }
}
