package io.vouchline.otp.benchmark;

import io.vouchline.contract.testing.Load.Call;

/** Requests to issue, each for a number of its own, and to check, for those numbers in turn. */
final class Requests {

    /** Odd and no multiple of 5: multiplied by it, no two numbers below a thousand million meet. */
    private static final long SCATTER = 387_420_489;

    private static final long NUMBERS = 1_000_000_000;

    private int issued;
    private int checked;

    synchronized Call issue() {
        issued++;
        return new Call(
                "/v1/verifications",
                """
                {"number":"%s","routes":[{"channel":"SMS"}],
                 "code":{"length":6,"life_seconds":600,"no_leading_zero":false,"reveal":false},
                 "wording":{"language":"en-US"},"only_if_verified_before":false,
                 "idempotency":{"key":"benchmark-%d","seconds":60}}
                """
                        .formatted(number(issued), issued),
                "\"reference\"");
    }

    /**
     * A wrong code, having one digit too many: it is compared, counted and told. A number locks
     * with its fifth.
     */
    synchronized Call check() {
        checked++;
        return new Call(
                "/v1/verifications/check",
                """
                {"number":"%s","code":"0123456","attempt_id":"benchmark-%d"}
                """
                        .formatted(number(1 + checked % issued), checked),
                "INVALID");
    }

    private static String number(int index) {
        return "+1" + (2_000_000_000L + index * SCATTER % NUMBERS);
    }
}
