package io.vouchline.gateway.voice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vouchline.gateway.prompt.Said;
import io.vouchline.gateway.session.SessionStanding;
import io.vouchline.gateway.session.SessionStanding.Expect;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a session stands, for platforms that read one flat object of texts. Each member is always
 * there, and empty where there is nothing to say.
 *
 * @param state ask, done, failed or transfer
 * @param prompt what the caller is told, in words; digits stand apart, to be said one by one
 * @param ssml the same as one SSML 1.1 document
 * @param audio the addresses of its recordings, separated by blanks; empty unless all of it is
 *     recorded
 * @param language of the prompt (BCP 47)
 * @param turnId to be sent with the answer to what is asked
 * @param expectKind what is to be collected, such as digits; this and the others that begin so are
 *     empty once the session is over
 * @param error why the request failed, for people; empty if it did not
 */
@RegisterForReflection // written as it is where a failure is told
@JsonInclude(JsonInclude.Include.ALWAYS)
record FlatAnswer(
        String sessionId,
        String state,
        String prompt,
        String ssml,
        String audio,
        String language,
        String turnId,
        String expectKind,
        String expectMinLength,
        String expectMaxLength,
        String expectFinishKey,
        String expectTimeoutSeconds,
        String expectSensitive,
        String authLevel,
        String phoneNumber,
        String transferReason,
        String assertion,
        String error) {

    /**
     * How a session stands.
     *
     * @param turnId of the turn that comes next; empty for a platform that counts by itself
     */
    static FlatAnswer of(SessionStanding standing, String turnId) {
        Expect expect = standing.expect();
        return new FlatAnswer(
                standing.sessionId(),
                standing.state().name().toLowerCase(Locale.ROOT),
                standing.prompts().stream().map(Said::aloud).collect(Collectors.joining(" ")),
                Ssml.joined(standing.prompts()),
                audio(standing.prompts()),
                standing.language(),
                expect == null ? "" : turnId,
                expect == null ? "" : expect.kind(),
                expect == null ? "" : Integer.toString(expect.minLength()),
                expect == null ? "" : Integer.toString(expect.maxLength()),
                expect == null ? "" : expect.finishKey(),
                expect == null ? "" : Integer.toString(expect.timeoutSeconds()),
                expect == null ? "" : Boolean.toString(expect.sensitive()),
                text(standing.parameters().authLevel()),
                text(standing.parameters().phoneNumber()),
                text(standing.parameters().transferReason()),
                text(standing.assertion()),
                "");
    }

    /** A failure. */
    static FlatAnswer failed(String error) {
        return ended(error);
    }

    /** The caller is gone. */
    static FlatAnswer left() {
        return ended("");
    }

    private static FlatAnswer ended(String error) {
        return new FlatAnswer(
                "", "failed", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", error);
    }

    private static String audio(List<Said> prompts) {
        return prompts.stream().allMatch(said -> said.audio() != null)
                ? prompts.stream()
                        .map(said -> Objects.requireNonNullElse(said.audio(), ""))
                        .collect(Collectors.joining(" "))
                : "";
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    @Override
    public String toString() {
        return "FlatAnswer[" + state + "]";
    }
}
