package io.vouchline.otp.push;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vouchline.contract.otp.OtpApi;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the app says.
 *
 * @param reference of the approval
 * @param match the two digits that the customer entered; not needed to deny
 */
@RegisterForReflection
record AppAnswer(String reference, boolean approved, @Nullable String match) {

    private static final Pattern REFERENCE = Pattern.compile(OtpApi.REFERENCE);
    private static final Pattern MATCH = Pattern.compile("[0-9]{2}");

    /** Refuses what is no answer; the message repeats nothing of it. */
    @JsonCreator
    AppAnswer(
            @JsonProperty(value = "reference", required = true) String reference,
            @JsonProperty(value = "approved", required = true) boolean approved,
            @JsonProperty("match") @Nullable String match) {
        if (!REFERENCE.matcher(reference).matches()
                || (match == null ? approved : !MATCH.matcher(match).matches())) {
            throw new IllegalArgumentException("not an answer");
        }
        this.reference = reference;
        this.approved = approved;
        this.match = match;
    }

    /** What is compared: a denial is the one text that no code is equal to. */
    String submitted() {
        return approved && match != null ? match : "denied";
    }

    @Override
    public String toString() {
        return "AppAnswer[" + reference + "]";
    }
}
