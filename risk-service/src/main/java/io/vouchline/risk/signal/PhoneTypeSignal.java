package io.vouchline.risk.signal;

import io.vouchline.risk.number.LineType;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The kind of line. */
@Singleton
final class PhoneTypeSignal implements Signal {

    @Override
    public String name() {
        return "phone_type";
    }

    @Override
    public Shape shape() {
        return Shape.Cases.of(LineType.values());
    }

    @Override
    public Optional<Finding.Case> of(Evidence evidence) {
        LineType type = evidence.number().type();
        return Optional.of(new Finding.Case(type.name(), words(type)));
    }

    private static String words(LineType type) {
        return switch (type) {
            case FIXED_LINE -> "a fixed line";
            case MOBILE -> "a mobile line";
            case PERSONAL -> "a personal number";
            case PREPAID -> "a prepaid line";
            case OTHER -> "a line of an unusual kind";
            case VOICEMAIL -> "a voicemail access number";
            case VOIP -> "an internet telephone";
            case TOLL_FREE -> "a toll-free number";
            case PAGER -> "a pager";
            case PAYPHONE -> "a payphone";
            case RESTRICTED_PREMIUM -> "a premium-rate or shared-cost number";
            case INVALID -> "a number in no assigned range";
        };
    }
}
