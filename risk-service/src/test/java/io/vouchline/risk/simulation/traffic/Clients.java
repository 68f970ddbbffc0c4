package io.vouchline.risk.simulation.traffic;

/** The bank's clients: what asks for codes on somebody's behalf. */
public final class Clients {

    /** The voice platform. */
    public static final String VOICE = "voice";

    /** The web channel. */
    public static final String WEB = "web";

    private Clients() {}
}
