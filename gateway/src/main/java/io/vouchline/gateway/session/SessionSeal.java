package io.vouchline.gateway.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vouchline.contract.lookup.LookupApi.SecurityQuestion;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.contract.risk.RiskApi.Attestation;
import io.vouchline.contract.seal.Seal;
import io.vouchline.gateway.assertion.Assertions.Stated;
import io.vouchline.gateway.conversation.Counter;
import io.vouchline.gateway.conversation.Draft;
import io.vouchline.gateway.conversation.Earned;
import io.vouchline.gateway.conversation.Ending;
import io.vouchline.gateway.conversation.Line;
import io.vouchline.gateway.conversation.Parameters;
import io.vouchline.gateway.conversation.Profile;
import io.vouchline.gateway.conversation.Prompt;
import io.vouchline.gateway.conversation.Question;
import io.vouchline.gateway.conversation.Reason;
import io.vouchline.gateway.conversation.State;
import io.vouchline.gateway.conversation.Way;
import io.vouchline.gateway.key.SealConfig;
import io.vouchline.gateway.session.SessionStore.Stored;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Seals what is kept of a session, bound to tenant and session. A mapper of its own: what is kept
 * outlives a change of settings, and is read by replicas that are older or newer than its writer.
 */
@Singleton
@RegisterForReflection(
        targets = {
            SessionRecord.class,
            AskedFor.class,
            TakenTurn.class,
            Stated.class,
            State.class,
            Parameters.class,
            Profile.class,
            Earned.class,
            Draft.class,
            Line.class,
            Ending.class,
            Counter.class,
            Prompt.class,
            Question.class,
            Reason.class,
            Way.class,
            Attestation.class,
            SecurityQuestion.class,
            PhoneNumber.class
        })
class SessionSeal {

    private static final Logger LOGGER = Logger.getLogger(SessionSeal.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final ObjectMapper mapper =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    // A member that an older replica does not write is no zero.
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    // What a record tells about itself is no component of it.
                    .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                    .build();
    private final Seal seal;

    SessionSeal(Seal seal) {
        this.seal = seal;
    }

    /** A session as it is kept, in a version of its own. */
    Stored sealed(String tenant, String id, SessionRecord session) {
        try {
            return new Stored(
                    UUID.randomUUID().toString(),
                    seal.seal(mapper.writeValueAsBytes(session), purpose(tenant, id)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a session is always written as JSON", e);
        }
    }

    /**
     * The session, if it opens: one that does not is as good as lost.
     *
     * @throws io.vouchline.contract.problem.ProblemException 503, if it opens and cannot be read: a
     *     replica of another release wrote it, and can go on with it
     */
    Optional<SessionRecord> opened(String tenant, String id, Stored stored) {
        return unsealed(tenant, id, stored).map(json -> read(id, json));
    }

    private SessionRecord read(String id, byte[] json) {
        try {
            return mapper.readValue(json, SessionRecord.class);
        } catch (IOException e) {
            // Without the cause: its message repeats what could not be read.
            LOGGER.errorf("session %s was written by another release, and cannot be read", id);
            throw ProblemType.UNAVAILABLE
                    .because("The session is under way at a replica of another release.")
                    .retryAfter(RETRY_AFTER)
                    .exception();
        }
    }

    private Optional<byte[]> unsealed(String tenant, String id, Stored stored) {
        try {
            return Optional.of(seal.open(stored.sealed(), purpose(tenant, id)));
        } catch (IllegalStateException | IllegalArgumentException e) {
            LOGGER.errorf(
                    "session %s did not open: it was moved or changed, or its key is no longer in the keyset of %s",
                    id, SealConfig.KEYSET_FILE);
            return Optional.empty();
        }
    }

    private static String purpose(String tenant, String id) {
        return String.join("\n", "session", tenant, id);
    }
}
