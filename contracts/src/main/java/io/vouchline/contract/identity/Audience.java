package io.vouchline.contract.identity;

/** The values of a token's {@code aud} claim: each token is for one service only. */
public final class Audience {

    public static final String GATEWAY = "gateway";
    public static final String LOOKUP = "lookup-service";
    public static final String OTP = "otp-service";
    public static final String RISK = "risk-service";

    private Audience() {}
}
