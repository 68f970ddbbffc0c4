package io.vouchline.gateway.conversation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller has proven.
 *
 * @param level the highest level; null for none
 * @param methods how (RFC 8176): otp, sms, kba, mfa and so on; empty up to level 0
 */
public record Earned(@Nullable Integer level, List<String> methods) {

    /** Nothing. */
    public static final Earned NOTHING = new Earned(null, List.of());

    /** Whether at least this level was reached. */
    public boolean reaches(int wanted) {
        return level != null && level >= wanted;
    }

    /** A higher level, by these methods besides the earlier ones. */
    Earned and(int higher, List<String> by) {
        if (reaches(higher)) {
            return this;
        }
        List<String> all = new ArrayList<>(methods);
        by.stream().filter(method -> !all.contains(method)).forEach(all::add);
        return new Earned(higher, List.copyOf(all));
    }
}
