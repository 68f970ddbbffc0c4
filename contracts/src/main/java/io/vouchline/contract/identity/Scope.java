package io.vouchline.contract.identity;

/** The rights that a token can carry in its {@code scope} claim. */
public final class Scope {

    /** Read what is held about a caller. */
    public static final String CUSTOMERS_READ = "customers:read";

    /** Load and replace customers. */
    public static final String CUSTOMERS_IMPORT = "customers:import";

    /** Issue one-time codes and have them sent. */
    public static final String PASSCODES_ISSUE = "passcodes:issue";

    /** Check one-time codes and read a verification's state. */
    public static final String PASSCODES_CHECK = "passcodes:check";

    /** Assess numbers. */
    public static final String NUMBERS_ASSESS = "numbers:assess";

    private Scope() {}
}
