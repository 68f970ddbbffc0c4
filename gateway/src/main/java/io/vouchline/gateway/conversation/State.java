package io.vouchline.gateway.conversation;

import io.vouchline.contract.lookup.LookupApi.SecurityQuestion;
import io.vouchline.contract.number.PhoneNumber;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a conversation is: all that has to be kept between two turns.
 *
 * @param region the region (ISO 3166-1 alpha-2) of numbers without a country calling code
 * @param approvals whether the institution's app may be asked
 * @param ani the calling number, if it is known
 * @param today the day on which it began
 * @param number whom it is about; null until that is known
 * @param calling whether that number is the calling one
 * @param profile what is known about the number
 * @param done the security questions that were answered
 * @param asked what the caller was asked; null once it is over
 * @param lines what was said with the question: what is said again
 * @param ending null while it goes on
 */
public record State(
        Parameters parameters,
        String region,
        boolean approvals,
        LocalDate today,
        @Nullable PhoneNumber ani,
        @Nullable PhoneNumber number,
        boolean calling,
        @Nullable Profile profile,
        Earned earned,
        Draft draft,
        Map<Counter, Integer> counts,
        Set<SecurityQuestion> done,
        @Nullable Question asked,
        List<Line> lines,
        @Nullable Ending ending) {

    /** What a failure of ours is no reason to forget. */
    private static final Set<Counter> LASTING =
            Set.of(
                    Counter.DENIAL,
                    Counter.WRONG_CODE,
                    Counter.NOT_RECEIVED,
                    Counter.WRONG_ANSWER,
                    Counter.WRONG_KEY);

    /** Before anything was said. */
    static State of(Beginning beginning) {
        return new State(
                beginning.parameters(),
                beginning.region(),
                beginning.approvals(),
                beginning.today(),
                beginning.ani(),
                null,
                false,
                null,
                beginning.earned(),
                Draft.EMPTY,
                countsOf(beginning.brokenOff()),
                Set.of(),
                null,
                List.of(),
                null);
    }

    private static Map<Counter, Integer> countsOf(@Nullable State brokenOff) {
        Map<Counter, Integer> counts = new EnumMap<>(Counter.class);
        if (brokenOff != null) {
            for (Counter counter : LASTING) {
                counts.put(counter, brokenOff.count(counter));
            }
        }
        return counts;
    }

    /** The level that ends it; none above 0 without a kind of holder to look for. */
    int required() {
        return parameters.accounts() || parameters.cards() ? parameters.level() : 0;
    }

    /** The number's profile, once it was found. */
    Profile known() {
        return Objects.requireNonNull(profile, "nobody was looked for");
    }

    /** How often this was counted. */
    public int count(Counter counter) {
        return counts.getOrDefault(counter, 0);
    }

    State counted(Counter counter) {
        return with(counter, count(counter) + 1);
    }

    State cleared(Counter counter) {
        return with(counter, 0);
    }

    private State with(Counter counter, int value) {
        Map<Counter, Integer> changed = new EnumMap<>(Counter.class);
        changed.putAll(counts);
        changed.put(counter, value);
        return new State(
                parameters,
                region,
                approvals,
                today,
                ani,
                number,
                calling,
                profile,
                earned,
                draft,
                changed,
                done,
                asked,
                lines,
                ending);
    }

    State draft(Draft changed) {
        return new State(
                parameters,
                region,
                approvals,
                today,
                ani,
                number,
                calling,
                profile,
                earned,
                changed,
                counts,
                done,
                asked,
                lines,
                ending);
    }

    /** It is about this number from now on. */
    State about(PhoneNumber whom, boolean isCalling) {
        return new State(
                parameters,
                region,
                approvals,
                today,
                ani,
                whom,
                isCalling,
                profile,
                earned,
                draft,
                counts,
                done,
                asked,
                lines,
                ending);
    }

    State profile(@Nullable Profile changed) {
        return new State(
                parameters,
                region,
                approvals,
                today,
                ani,
                number,
                calling,
                changed,
                earned,
                draft,
                counts,
                done,
                asked,
                lines,
                ending);
    }

    State earned(Earned more) {
        return new State(
                parameters,
                region,
                approvals,
                today,
                ani,
                number,
                calling,
                profile,
                more,
                draft,
                counts,
                done,
                asked,
                lines,
                ending);
    }

    State answered(SecurityQuestion question) {
        Set<SecurityQuestion> more = EnumSet.of(question);
        more.addAll(done);
        return new State(
                parameters,
                region,
                approvals,
                today,
                ani,
                number,
                calling,
                profile,
                earned,
                draft,
                counts,
                more,
                asked,
                lines,
                ending);
    }

    State asking(Question question, List<Line> said) {
        return new State(
                parameters,
                region,
                approvals,
                today,
                ani,
                number,
                calling,
                profile,
                earned,
                draft,
                counts,
                done,
                question,
                said,
                null);
    }

    State ended(Ending how) {
        return new State(
                parameters,
                region,
                approvals,
                today,
                ani,
                number,
                calling,
                profile,
                earned,
                Draft.EMPTY,
                counts,
                done,
                null,
                List.of(),
                how);
    }

    @Override
    public String toString() {
        return "State[" + asked + ", " + ending + "]";
    }
}
