package io.vouchline.gateway.session;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.OtpApi;
import io.vouchline.contract.otp.OtpApi.Idempotency;
import io.vouchline.gateway.access.AccessConfig.PolicyConfig;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.conversation.Profile;
import io.vouchline.gateway.conversation.State;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * For whom an errand is run.
 *
 * @param id the errand's: also names the attempt, where one is counted
 */
record Assignment(Client client, State state, String id, Errands.Circumstances context) {

    /** As long as the longest life of a code: what is older is of no use to anybody. */
    private static final int SAME_ERRAND_SECONDS = 600;

    private static final Pattern LANGUAGE_TAG = Pattern.compile(OtpApi.LANGUAGE_TAG);

    PolicyConfig policy() {
        return client.policy();
    }

    /** Whom the conversation is about; nothing is sent or checked before that is known. */
    PhoneNumber number() {
        return Objects.requireNonNull(state.number());
    }

    /** Which of the persons behind the number it is, as far as that is known. */
    @Nullable String subject() {
        Profile profile = state.profile();
        return profile == null ? null : profile.subject();
    }

    /** The language of messages: the caller's, if it is written as one. */
    String language() {
        String language = context.language();
        return LANGUAGE_TAG.matcher(language).matches() ? language : policy().language();
    }

    /** What every run of this errand has in common. */
    Idempotency once() {
        return new Idempotency("session " + id, SAME_ERRAND_SECONDS);
    }

    @Override
    public String toString() {
        return "Assignment[" + client.id() + "]";
    }
}
