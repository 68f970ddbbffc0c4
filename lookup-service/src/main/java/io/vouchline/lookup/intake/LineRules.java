package io.vouchline.lookup.intake;

import io.vouchline.lookup.intake.CustomerLine.AccountLine;
import io.vouchline.lookup.intake.CustomerLine.MailboxLine;
import io.vouchline.lookup.intake.CustomerLine.PhoneLine;
import io.vouchline.lookup.intake.LineReader.Fault;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What no annotation says: a name unless deleted, and nothing held twice. */
final class LineRules {

    private LineRules() {}

    static Optional<Fault> fault(CustomerLine line) {
        if (line.isGone()) {
            return Optional.empty();
        }
        if (line.name() == null || line.name().isBlank()) {
            return Optional.of(new Fault("name", "must not be blank"));
        }
        if (repeats(line.phones(), PhoneLine::number)) {
            return Optional.of(new Fault("phones", "hold one number twice"));
        }
        if (repeats(line.mailboxes(), LineRules::address)) {
            return Optional.of(new Fault("mailboxes", "hold one address twice"));
        }
        if (repeats(line.accounts(), AccountLine::number)) {
            return Optional.of(new Fault("accounts", "hold one account twice"));
        }
        return Optional.empty();
    }

    private static String address(MailboxLine mailbox) {
        return mailbox.address().toLowerCase(Locale.ROOT);
    }

    private static <T, K> boolean repeats(@Nullable List<T> items, Function<T, K> key) {
        Set<K> keys = new HashSet<>();
        return items != null && items.stream().anyMatch(item -> !keys.add(key.apply(item)));
    }
}
