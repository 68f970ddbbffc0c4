package io.vouchline.gateway.utterance;

import io.vouchline.gateway.conversation.Heard;
import io.vouchline.gateway.conversation.Heard.Amount;
import io.vouchline.gateway.conversation.Heard.Digits;
import io.vouchline.gateway.conversation.Question;
import io.vouchline.gateway.language.Sense;
import io.vouchline.gateway.utterance.Item.Kind;
import io.vouchline.gateway.utterance.Runs.Run;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers that are not chosen from a few: digits, numbers, dates, amounts. Null stands for none.
 *
 * @param length the digits of what was asked for
 * @param region decides the order of dates in digits
 * @param thisYear decides the century of births
 */
record Values(Question question, int length, String region, int thisYear) {

    private static final int MOST_DIGITS = 64;

    /** What may stand around digits of any count. */
    private static final Set<Sense> AROUND =
            EnumSet.of(Sense.FILLER, Sense.YES, Sense.NO, Sense.UNSURE, Sense.READY);

    /** What was said. */
    @Nullable Heard of(Utterance said) {
        // "Not 1234", "I don't have 1234": who knows what it is then.
        if (said.has(Sense.NOT)) {
            return null;
        }
        return switch (question.kind()) {
            case DIGITS -> digits(said);
            case COUNTRY, PHONE -> Telephones.of(said, question);
            case AMOUNT -> said.has(Sense.CHANGED) ? null : amount(Amounts.of(said));
            case DATE -> date(said);
            case EXPIRY -> expiry(said);
            case YESNO, CHOICE, READY -> null;
        };
    }

    private static @Nullable Heard amount(@Nullable BigDecimal amount) {
        return amount == null ? null : new Amount(amount);
    }

    /**
     * So many digits as were asked for may stand among any words; others only among words that are
     * known to say nothing else.
     */
    private @Nullable Heard digits(Utterance said) {
        Run run = Runs.only(Runs.of(said)).orElse(null);
        if (run == null || run.digits().isEmpty() || run.digits().length() > MOST_DIGITS) {
            return null;
        }
        boolean clear =
                said.items().stream()
                        .filter(item -> item.is(Kind.OTHER) || item.is(Kind.PHRASE))
                        .allMatch(item -> Utterance.isOf(item, AROUND));
        return run.digits().length() == length || clear ? new Digits(run.digits()) : null;
    }

    private @Nullable Heard date(Utterance said) {
        Century century = Century.ofBirth(thisYear);
        Calendar part =
                switch (question) {
                    case BIRTH_MONTH -> Dates.part(said, 'M', century);
                    case BIRTH_DAY -> Dates.part(said, 'D', century);
                    case BIRTH_YEAR -> Dates.part(said, 'Y', century);
                    default -> null;
                };
        Calendar date = part == null ? Dates.ofBirth(said, DateOrder.of(region), thisYear) : part;
        return date == null ? null : new Heard.Date(date.year(), date.month(), date.day());
    }

    private @Nullable Heard expiry(Utterance said) {
        Calendar part =
                switch (question) {
                    case EXPIRY_MONTH -> Dates.part(said, 'M', Century.ofExpiry());
                    case EXPIRY_YEAR -> Dates.part(said, 'Y', Century.ofExpiry());
                    default -> null;
                };
        Calendar date = part == null ? Dates.ofExpiry(said, DateOrder.of(region)) : part;
        return date == null || (date.year() == null && date.month() == null)
                ? null
                : new Heard.Expiry(date.year(), date.month());
    }
}
