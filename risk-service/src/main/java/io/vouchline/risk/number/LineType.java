package io.vouchline.risk.number;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.risk.RiskApi.PhoneType;
import java.util.Arrays;
import java.util.Optional;

/**
 * The phone types of Telesign's code table, told from the numbering plans by libphonenumber.
 *
 * <p>{@link #PREPAID} and {@link #PAYPHONE} are told by no numbering plan: only a sandbox number
 * has them. A satellite telephone is what its plan says, mostly {@link #MOBILE}; that its range is
 * special is told by {@link SpecialRange}.
 */
public enum LineType {
    FIXED_LINE(1),
    MOBILE(2),
    PREPAID(3),
    TOLL_FREE(4),
    VOIP(5),
    PAGER(6),
    PAYPHONE(7),
    INVALID(8),
    RESTRICTED_PREMIUM(9),
    PERSONAL(10),
    VOICEMAIL(11),
    OTHER(20);

    private final int code;

    LineType(int code) {
        this.code = code;
    }

    /**
     * The type of the range that the number lies in. Where a country does not tell fixed lines from
     * mobiles, MOBILE is said; a number outside all assigned ranges is INVALID. Universal access
     * numbers (UAN) belong to companies and can lead to any line: OTHER.
     */
    public static LineType of(PhoneNumber number) {
        PhoneNumberType type = PhoneNumberUtil.getInstance().getNumberType(number.parsed());
        return switch (type) {
            case FIXED_LINE -> FIXED_LINE;
            case MOBILE, FIXED_LINE_OR_MOBILE -> MOBILE;
            case TOLL_FREE -> TOLL_FREE;
            case VOIP -> VOIP;
            case PAGER -> PAGER;
            case PREMIUM_RATE, SHARED_COST -> RESTRICTED_PREMIUM;
            case PERSONAL_NUMBER -> PERSONAL;
            case VOICEMAIL -> VOICEMAIL;
            case UAN -> OTHER;
            case UNKNOWN -> INVALID;
        };
    }

    /** The type that has this code. */
    public static Optional<LineType> ofCode(String code) {
        return Arrays.stream(values())
                .filter(type -> Integer.toString(type.code).equals(code))
                .findFirst();
    }

    /** The type as it goes over the wire. */
    public PhoneType phoneType() {
        return new PhoneType(Integer.toString(code), name());
    }
}
