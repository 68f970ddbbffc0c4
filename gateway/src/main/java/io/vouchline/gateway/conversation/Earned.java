package io.vouchline.gateway.conversation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller has proven.
 *
 * @param level the highest level; null for none
 * @param methods how (RFC 8176): otp, kba, mfa and so on; empty up to level 0
 * @param subject names the person who has proven it, for good; null if that is not known
 */
public record Earned(@Nullable Integer level, List<String> methods, @Nullable String subject) {

    /** Nothing. */
    public static final Earned NOTHING = new Earned(null, List.of(), null);

    /** Whether at least this level was reached. */
    public boolean reaches(int wanted) {
        return level != null && level >= wanted;
    }

    /** A higher level, by these methods besides the earlier ones, of this person. */
    Earned and(int higher, List<String> by, @Nullable String whose) {
        if (reaches(higher)) {
            return new Earned(level, methods, whose == null ? subject : whose);
        }
        List<String> all = new ArrayList<>(methods);
        by.stream().filter(method -> !all.contains(method)).forEach(all::add);
        return new Earned(higher, List.copyOf(all), whose == null ? subject : whose);
    }
}
