package io.vouchline.risk.signal;

import io.vouchline.risk.number.LineType;
import jakarta.inject.Singleton;

/**
 * The kind of line. The points stand in the middle of the band that Telesign's advice for the type
 * names (allow, flag or block).
 */
@Singleton
public final class PhoneTypeSignal implements Signal {

    @Override
    public Points of(LineType type) {
        return switch (type) {
            case FIXED_LINE -> new Points(120, "a fixed line");
            case MOBILE -> new Points(180, "a mobile line");
            case PERSONAL -> new Points(250, "a personal number");
            case PREPAID -> new Points(550, "a prepaid line");
            case OTHER -> new Points(650, "a line of an unusual kind");
            case VOICEMAIL -> new Points(700, "a voicemail access number");
            case VOIP -> new Points(720, "an internet telephone");
            case TOLL_FREE -> new Points(750, "a toll-free number");
            case PAGER -> new Points(750, "a pager");
            case PAYPHONE -> new Points(750, "a payphone");
            case RESTRICTED_PREMIUM -> new Points(950, "a premium-rate or shared-cost number");
            case INVALID -> new Points(980, "a number in no assigned range");
        };
    }
}
