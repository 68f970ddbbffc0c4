package io.vouchline.risk.listing;

import io.vouchline.contract.key.Digest;
import io.vouchline.contract.number.NumberHash;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.risk.ListApi.Extent;
import io.vouchline.contract.risk.ListApi.ListKind;
import io.vouchline.contract.risk.ListApi.Subject;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;

/**
 * What an entry covers, as it is kept: a number as keyed hash, all else in clear.
 *
 * @param extent how much
 * @param value NUMBER: the keyed hash; else as in {@link Subject}
 * @param to the last number of a RANGE; empty otherwise
 * @param shown what people see in place of the value: a number masked
 */
record Covered(Extent extent, String value, String to, String shown) {

    private static final int ID_BYTES = 16;

    /** What this subject covers among an owner's numbers. It must be without fault. */
    static Covered of(Subject subject, String owner, NumberHash numbers) {
        if (subject.extent() == Extent.NUMBER) {
            PhoneNumber number = PhoneNumber.ofE164(subject.value());
            return new Covered(Extent.NUMBER, numbers.of(owner, number), "", number.toString());
        }
        return new Covered(
                subject.extent(),
                subject.value(),
                Objects.requireNonNullElse(subject.to(), ""),
                subject.value());
    }

    /** As people see it. */
    Subject subject() {
        return new Subject(extent, shown, to.isEmpty() ? null : to);
    }

    /** The name of the entry that covers this on an owner's list: ordered by list first. */
    String id(ListKind list, String owner) {
        String whole = String.join("\n", owner, extent.name(), value, to);
        return prefix(list) + HexFormat.of().formatHex(Digest.of(whole), 0, ID_BYTES);
    }

    /** What the ids of a list begin with. */
    static String prefix(ListKind list) {
        return list.name().toLowerCase(Locale.ROOT) + "-";
    }
}
