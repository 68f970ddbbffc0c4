package io.vouchline.risk.number;

import java.util.Arrays;
import java.util.Optional;

/** Ranges whose calls cost far more than others, or pay whoever holds the number. */
public enum SpecialRange {
    /** None of them. */
    ORDINARY,
    /** Satellite networks: ITU-T E.164 codes 870 and 881 and the like. */
    SATELLITE,
    /**
     * International networks and services that lie in no country: ITU-T E.164 codes 808, 878, 882,
     * 883, 888, 979.
     */
    INTERNATIONAL_NETWORK,
    /** National ranges whose holder has a share in what the call costs. */
    REVENUE_SHARE;

    /** The kind of this name. */
    static Optional<SpecialRange> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }
}
