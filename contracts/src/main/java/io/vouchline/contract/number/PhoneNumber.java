package io.vouchline.contract.number;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A telephone number in E.164 form (ITU-T E.164: "+", country calling code, national number; at
 * most 15 digits). The number is possible for its country (its length fits); whether its range is
 * assigned is told by {@link #isValid()}.
 *
 * <p>Made by {@link Notation#read}. On the wire it is its E.164 text. {@link #toString()} masks it,
 * so that a number never reaches a log by accident.
 */
@Schema(
        type = SchemaType.STRING,
        description = "A telephone number in E.164 form.",
        examples = "+16502530000")
public final class PhoneNumber {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{3,14}");
    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

    private final String e164;
    private final Phonenumber.PhoneNumber parsed;

    private PhoneNumber(String e164, Phonenumber.PhoneNumber parsed) {
        this.e164 = e164;
        this.parsed = parsed;
    }

    /**
     * The number that an E.164 text stands for.
     *
     * @throws IllegalArgumentException if the text is not the E.164 form of a possible number; the
     *     message does not repeat the text
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PhoneNumber ofE164(String text) {
        if (!E164.matcher(text).matches()) {
            throw new IllegalArgumentException("not a telephone number in E.164 form");
        }
        try {
            PhoneNumber number = of(UTIL.parse(text, null));
            if (number.e164.equals(text) && number.isPossible()) {
                return number;
            }
        } catch (NumberParseException e) {
            // Told below: libphonenumber's message may repeat the text.
        }
        throw new IllegalArgumentException("not a possible telephone number in E.164 form");
    }

    static PhoneNumber of(Phonenumber.PhoneNumber parsed) {
        return new PhoneNumber(UTIL.format(parsed, PhoneNumberUtil.PhoneNumberFormat.E164), parsed);
    }

    /** The number as "+", country calling code and national number, for example +16502530000. */
    @JsonValue
    public String e164() {
        return e164;
    }

    /** The country calling code without "+": one to three digits. */
    public String countryCode() {
        return Integer.toString(parsed.getCountryCode());
    }

    /** The national (significant) number: all digits after the country calling code. */
    public String nationalNumber() {
        return UTIL.getNationalSignificantNumber(parsed);
    }

    /** Whether the number lies in a range that its country has assigned, as far as is known. */
    public boolean isValid() {
        return UTIL.isValidNumber(parsed);
    }

    /** Whether the E.164 text, read again at the other end, is this number. */
    boolean survivesTheWire() {
        try {
            return equals(ofE164(e164));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    boolean isPossible() {
        return UTIL.isPossibleNumber(parsed);
    }

    /** The number as libphonenumber holds it, for questions about its country and type. */
    public Phonenumber.PhoneNumber parsed() {
        return new Phonenumber.PhoneNumber().mergeFrom(parsed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PhoneNumber that && e164.equals(that.e164);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(e164);
    }

    /** The country calling code and the last two digits; all others are hidden. */
    @Override
    public String toString() {
        String national = nationalNumber();
        int hidden = Math.max(national.length() - 2, 0);
        return "+" + countryCode() + "*".repeat(hidden) + national.substring(hidden);
    }
}
