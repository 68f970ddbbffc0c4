package io.vouchline.gateway.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vouchline.gateway.prompt.Said;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a session stands.
 *
 * @param prompts what the caller is to be told now, in this order
 * @param expect what is to be collected next; null once it is over
 * @param assertion what was proven, signed; null while it goes on, and if nothing was proven
 * @param language the language of the prompts (BCP 47)
 */
public record SessionStanding(
        String sessionId,
        SessionState state,
        List<Said> prompts,
        @Nullable Expect expect,
        Outputs parameters,
        @Nullable String assertion,
        String language) {

    /** The states of a session. */
    public enum SessionState {
        /** The caller is asked something. */
        @JsonProperty("ask")
        ASK,
        /** The required level is reached. */
        @JsonProperty("done")
        DONE,
        /** It is not. */
        @JsonProperty("failed")
        FAILED,
        /** The caller wants a person. */
        @JsonProperty("transfer")
        TRANSFER
    }

    /**
     * What is to be collected.
     *
     * @param kind yesno, country, phone, choice, digits, date, expiry, amount or ready
     * @param minLength the fewest keys
     * @param maxLength the most keys
     * @param finishKey the key that ends keypad input
     * @param timeoutSeconds how long the caller has to begin
     * @param sensitive whether it must not be recorded or logged
     */
    public record Expect(
            String kind,
            int minLength,
            int maxLength,
            String finishKey,
            int timeoutSeconds,
            boolean sensitive) {}

    /**
     * The document's output parameters.
     *
     * @param authLevel the highest level that was proven; null for none
     * @param phoneNumber the national number; null while it is not known
     * @param transferReason null unless it has ended without success
     */
    public record Outputs(
            @Nullable Integer authLevel,
            @Nullable String phoneNumber,
            @Nullable String transferReason) {

        @Override
        public String toString() {
            return "Outputs[" + authLevel + ", " + transferReason + "]";
        }
    }

    @Override
    public String toString() {
        return "SessionStanding[" + state + "]";
    }
}
