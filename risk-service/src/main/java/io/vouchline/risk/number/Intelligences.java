package io.vouchline.risk.number;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.vouchline.contract.number.PhoneNumber;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Tells from libphonenumber's data what a number's digits say. */
@Singleton
public class Intelligences {

    /** What this number's digits say. */
    public Intelligence of(PhoneNumber number) {
        return new Intelligence(
                LineType.of(number),
                SpecialRange.ORDINARY,
                Optional.ofNullable(
                        PhoneNumberUtil.getInstance().getRegionCodeForNumber(number.parsed())),
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }
}
