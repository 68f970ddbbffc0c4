package io.vouchline.contract.identity;

/**
 * The names in the token that the gateway signs for one service: a JWT (RFC 7519), ES256, with
 * {@code iss}, {@code aud} (one service), {@code exp}, {@code jti}, {@code scope} (RFC 8693 section
 * 4.2) and the two claims below.
 */
public final class InternalToken {

    /** The {@code iss} claim. */
    public static final String ISSUER = "vouchline-gateway";

    /**
     * The {@code typ} header (RFC 8725 section 3.11): no other token of ours can stand in for it.
     */
    public static final String TYPE = "vouchline-internal+jwt";

    /** The claim that names the tenant: the institution whose customers and counters these are. */
    public static final String TENANT = "tenant";

    /**
     * The claim that names the client: the platform account of the tenant that sent the request.
     */
    public static final String CLIENT = "client";

    /** The claim that names the person at the platform who asks, if a person does. */
    public static final String AGENT = "agent";

    private InternalToken() {}
}
