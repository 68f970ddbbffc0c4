package io.vouchline.risk.signal;

/** Weights that stay as they are when those of the build are tuned. */
final class FixedWeights {

    static final String JSON =
            """
            {
              "version": "fixed",
              "prior": -4.6,
              "budget": {
                "block":              {"floor_hour": 3,  "floor_day": 8,   "share_hour": 0.3, "share_day": 0.3},
                "range":              {"floor_hour": 10, "floor_day": 30,  "share_hour": 0.4, "share_day": 0.4},
                "country":            {"floor_hour": 40, "floor_day": 150, "share_hour": 0.5, "share_day": 0.5},
                "unexpected_country": {"floor_hour": 3,  "floor_day": 20,  "share_hour": 0.2, "share_day": 0.3}
              },
              "signals": {
                "phone_type": {"FIXED_LINE": 0, "MOBILE": 0, "PERSONAL": 0.9, "PREPAID": 4.6, "OTHER": 5.2, "VOICEMAIL": 5.2, "VOIP": 5.4, "PAGER": 5.8, "PAYPHONE": 5.8, "TOLL_FREE": 6, "INVALID": 8, "RESTRICTED_PREMIUM": 8},
                "special_range": {"ORDINARY": 0, "SATELLITE": 6, "INTERNATIONAL_NETWORK": 6, "REVENUE_SHARE": 6},
                "country": {"home": 0, "expected": 0.2, "unexpected": 1.4, "nowhere": 2.5},
                "hour": {"day": 0, "night": 0.3, "unknown": 0},
                "list": {"DENIED": 15, "ALLOWED": -15, "NOWHERE": 0},
                "standing": {"reported_fraud": 12, "verified_lately": -8, "verified": -6, "seen": 0, "new": 0},
                "ani": {"same": -0.6, "same_country": 0, "other_country": 1, "not_given": 0},
                "attestation": {"A": -0.6, "B": -0.2, "C": 0.2, "FAILED": 1.8, "NONE": 0.2, "not_given": 0},
                "number_velocity": {"0": 0, "2.5": 0.4, "4": 1.2, "6": 2.4, "10": 4},
                "number_velocity_day": {"0": 0, "6": 0.5, "10": 1.5, "20": 3},
                "failures": {"0": 0, "2.5": 0.4, "5": 1, "10": 2},
                "lock_outs": {"0": 0, "0.5": 0.6, "1.5": 1.4, "3": 2.4},
                "source_velocity": {"0": 0, "4": 0.5, "8": 1.5, "20": 3},
                "client_velocity": {"0": 0, "2": 0.3, "4": 0.6, "8": 0.9},
                "client_conversion": {"0": 0.6, "0.15": 0.3, "0.3": 0},
                "block_velocity": {"0": 0, "4": 0.6, "8": 1.4, "16": 2.4},
                "range_velocity": {"0": 0, "1.5": 0.3, "3": 0.6, "6": 0.9},
                "neighbours": {"0": 0, "1": 0.8, "2": 1.7, "3": 2.6, "5": 3.6},
                "undelivered": {"0": 0, "3": 0.4, "8": 1, "20": 1.6},
                "block_conversion": {"0": 2.6, "0.15": 1.7, "0.25": 0.9, "0.4": 0.3, "0.5": 0, "0.8": -0.4},
                "range_conversion": {"0": 1.2, "0.15": 0.8, "0.3": 0.4, "0.45": 0, "0.8": -0.2},
                "block_budget": {"0": 0, "0.7": 0.7, "1": 1.8, "2": 3, "4": 4},
                "range_budget": {"0": 0, "1": 0.5, "2": 0.9, "4": 1.3},
                "country_budget": {"0": 0, "1": 0.2, "2": 0.4, "4": 0.6},
                "unexpected_country_budget": {"0": 0, "0.7": 0.6, "1": 1.4, "2": 2.4, "4": 3.2}
              }
            }
            """;

    private FixedWeights() {}

    static Weights read() {
        return WeightsFile.parse("fixed weights", JSON);
    }
}
