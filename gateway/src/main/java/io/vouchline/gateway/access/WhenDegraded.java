package io.vouchline.gateway.access;

/**
 * Which way a client fails when risk-service cannot read what it remembers of numbers, or cannot be
 * asked at all. A score that is above the threshold blocks in every case.
 */
public enum WhenDegraded {
    /** A code goes only to a number that has verified one before, by otp-service's own record. */
    VERIFIED_ONLY,
    /** A code goes out as if nothing spoke against the number. */
    CALL,
    /** No code goes out, as if the number's risk were too high. */
    BLOCK
}
