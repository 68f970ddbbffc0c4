package io.vouchline.risk.number;

/** Ranges whose calls cost far more than others, or pay whoever holds the number. */
public enum SpecialRange {
    /** None of them. */
    ORDINARY,
    /** Satellite networks: ITU-T E.164 codes 870 and 881 and the like. */
    SATELLITE,
    /**
     * International networks and services that lie in no country: codes 882, 883, 878, 979, 888.
     */
    INTERNATIONAL_NETWORK,
    /** National ranges whose holder has a share in what the call costs. */
    REVENUE_SHARE
}
