package io.vouchline.gateway.decision;

import io.vouchline.contract.number.PhoneNumber;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the current request comes to. The door tells it while it works; it is recorded when the
 * answer goes out. A request of which nothing is told is recorded by its status alone.
 */
@RequestScoped
public class CurrentDecision {

    private @Nullable String operation;
    private @Nullable PhoneNumber subject;
    private @Nullable String reference;
    private @Nullable Outcome outcome;
    private @Nullable String reason;

    /**
     * Says what is asked for.
     *
     * @param operation in the dialect's own word, such as {@code send_otp}; one of a fixed set,
     *     since it becomes a label of metrics
     */
    public void operation(String operation) {
        this.operation = operation;
    }

    /** Says whom it is about. */
    public void about(PhoneNumber number) {
        this.subject = number;
    }

    /** Says which verification or approval it is about, by its reference. */
    public void reference(String reference) {
        this.reference = reference;
    }

    /** Says what it comes to, where there is nothing to explain. */
    public void came(Outcome outcome) {
        came(outcome, null);
    }

    /**
     * Says what it comes to.
     *
     * @param reason one of a fixed set of words, such as {@code recently_changed}; holds nothing
     *     personal
     */
    public void came(Outcome outcome, @Nullable String reason) {
        this.outcome = outcome;
        this.reason = reason;
    }

    /** What was asked for, if the door has said so. */
    public Optional<String> operation() {
        return Optional.ofNullable(operation);
    }

    /** Whom it is about, if the door has said so. */
    public Optional<PhoneNumber> subject() {
        return Optional.ofNullable(subject);
    }

    /** The reference, if the door has told one. */
    public Optional<String> reference() {
        return Optional.ofNullable(reference);
    }

    /** What it came to, if the door has said so. */
    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    /** Why, if the door has said so. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}
