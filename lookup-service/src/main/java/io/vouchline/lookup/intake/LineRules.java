package io.vouchline.lookup.intake;

import io.vouchline.lookup.intake.CustomerLine.AccountLine;
import io.vouchline.lookup.intake.CustomerLine.MailboxLine;
import io.vouchline.lookup.intake.CustomerLine.PhoneLine;
import io.vouchline.lookup.intake.CustomerLine.TransactionLine;
import io.vouchline.lookup.intake.LineReader.Fault;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What no annotation says: a name unless deleted, nothing held twice, values that can be kept. */
final class LineRules {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final int MOST_DIGITS = 19;
    private static final int MOST_DECIMALS = 4;

    private LineRules() {}

    static Optional<Fault> fault(CustomerLine line) {
        if (line.isGone()) {
            return Optional.empty();
        }
        return Stream.of(
                        fault(hasNoName(line), "name", "must not be blank"),
                        fault(
                                repeats(line.phones(), PhoneLine::number),
                                "phones",
                                "hold one number twice"),
                        fault(
                                repeats(line.mailboxes(), LineRules::address),
                                "mailboxes",
                                "hold one address twice"),
                        fault(
                                repeats(line.accounts(), AccountLine::number),
                                "accounts",
                                "hold one account twice"),
                        fault(
                                changes(line).anyMatch(at -> at.isBefore(EARLIEST)),
                                "changed_at",
                                "must not be before 1900"),
                        fault(
                                amounts(line).anyMatch(LineRules::isNoAmount),
                                "amount",
                                "has at most 15 digits and 4 decimals, written out"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Fault> fault(boolean found, String field, String reason) {
        return found ? Optional.of(new Fault(field, reason)) : Optional.empty();
    }

    private static boolean hasNoName(CustomerLine line) {
        return line.name() == null || line.name().isBlank();
    }

    private static String address(MailboxLine mailbox) {
        return mailbox.address().toLowerCase(Locale.ROOT);
    }

    private static <T, K> boolean repeats(@Nullable List<T> items, Function<T, K> key) {
        Set<K> keys = new HashSet<>();
        return items != null && items.stream().anyMatch(item -> !keys.add(key.apply(item)));
    }

    private static Stream<Instant> changes(CustomerLine line) {
        return Stream.concat(
                Profiles.orNone(line.phones()).stream()
                        .flatMap(phone -> Stream.ofNullable(phone.changedAt())),
                Profiles.orNone(line.mailboxes()).stream()
                        .flatMap(mailbox -> Stream.ofNullable(mailbox.changedAt())));
    }

    private static Stream<BigDecimal> amounts(CustomerLine line) {
        return Stream.concat(
                        Stream.ofNullable(line.lastCardTransaction()),
                        Profiles.orNone(line.accounts()).stream()
                                .flatMap(account -> Stream.ofNullable(account.lastTransaction())))
                .map(TransactionLine::amount);
    }

    /** {@code @Digits} counts an exponent wrongly that is near the end of its range. */
    private static boolean isNoAmount(BigDecimal amount) {
        return amount.scale() < 0
                || amount.scale() > MOST_DECIMALS
                || amount.precision() > MOST_DIGITS;
    }
}
