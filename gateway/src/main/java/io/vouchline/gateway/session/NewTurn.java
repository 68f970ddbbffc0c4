package io.vouchline.gateway.session;

import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.conversation.Turn;
import io.vouchline.gateway.conversation.Turn.Kind;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the caller did.
 *
 * @param turnId the platform's own name of the turn
 * @param kind text, speech, dtmf, no_input, no_match, agent or hangup
 * @param value the text, transcript or keys; null where the kind has none
 */
record NewTurn(
        @NotNull @Size(min = 1, max = 128) String turnId,
        @NotNull @Pattern(regexp = "text|speech|dtmf|no_input|no_match|agent|hangup") String kind,
        @Nullable @Size(max = 512) String value) {

    SessionTurn turn() {
        Kind read = Kind.valueOf(kind.toUpperCase(Locale.ROOT));
        return new SessionTurn(turnId, new Turn(read, valueOf(read)));
    }

    private String valueOf(Kind read) {
        return switch (read) {
            case TEXT, SPEECH, DTMF -> {
                if (value == null) {
                    throw ProblemType.MALFORMED.exception("value must be there for this kind.");
                }
                yield value;
            }
            case NO_INPUT, NO_MATCH, AGENT, HANGUP -> {
                if (value != null && !value.isEmpty()) {
                    throw ProblemType.MALFORMED.exception("value must be null for this kind.");
                }
                yield "";
            }
        };
    }

    @Override
    public String toString() {
        return "NewTurn[" + kind + "]";
    }
}
