package io.vouchline.risk.number;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.risk.RiskApi.Cleansed;
import io.vouchline.contract.risk.RiskApi.Cleansing;
import io.vouchline.contract.risk.RiskApi.Numbering;
import io.vouchline.contract.risk.RiskApi.Original;

/** Describes how a number is built: the {@code numbering} package of the Telesign document. */
public final class Numberings {

    private static final int UNCHANGED = 100;
    private static final int CHANGED = 101;
    private static final int RESTRICTED = 102;
    private static final int NO_SUCH_AREA = 103;

    private Numberings() {}

    /**
     * The package for a number.
     *
     * @param original the text that the platform sent
     */
    public static Numbering of(PhoneNumber number, Intelligence known, String original) {
        String national = number.nationalNumber();
        String country = number.countryCode();
        NationalLengths lengths = NationalLengths.of(number.parsed().getCountryCode());
        Cleansed cleansed =
                new Cleansed(
                        cleansedCode(number, known.type(), original),
                        country,
                        lengths.shortest(),
                        lengths.longest(),
                        national);
        return new Numbering(
                national,
                lengths.shortest(),
                lengths.longest(),
                country,
                new Original(national, country + national, country),
                new Cleansing(cleansed, cleansed));
    }

    private static int cleansedCode(PhoneNumber number, LineType type, String original) {
        return switch (type) {
            case INVALID -> NO_SUCH_AREA;
            case RESTRICTED_PREMIUM -> RESTRICTED;
            default -> isUnchanged(number, original) ? UNCHANGED : CHANGED;
        };
    }

    /** Telesign's own form has no "+"; one is no change. */
    private static boolean isUnchanged(PhoneNumber number, String original) {
        String digits = number.e164().substring(1);
        return original.equals(digits) || original.equals("+" + digits);
    }
}
