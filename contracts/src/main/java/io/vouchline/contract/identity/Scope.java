package io.vouchline.contract.identity;

/** The rights that a token can carry in its {@code scope} claim. */
public final class Scope {

    /** Read what is held about a caller. */
    public static final String CUSTOMERS_READ = "customers:read";

    /** Load and replace customers. */
    public static final String CUSTOMERS_IMPORT = "customers:import";

    /** Export what is held about one customer, and who read it. */
    public static final String CUSTOMERS_EXPORT = "customers:export";

    /** Erase one customer. */
    public static final String CUSTOMERS_ERASE = "customers:erase";

    /** Claim and settle changes of contacts that are to be told. */
    public static final String CONTACT_CHANGES_TELL = "contact-changes:tell";

    /** Read the definitions of call widgets. */
    public static final String WIDGETS_READ = "widgets:read";

    /** Make, replace and delete the definitions of call widgets. */
    public static final String WIDGETS_WRITE = "widgets:write";

    /** Read sealed authenticator enrolments. */
    public static final String AUTHENTICATORS_READ = "authenticators:read";

    /** Store, confirm and revoke sealed authenticator enrolments. */
    public static final String AUTHENTICATORS_WRITE = "authenticators:write";

    /** Send notices of what was done in a customer's name. */
    public static final String NOTICES_SEND = "notices:send";

    /** Issue one-time codes and have them sent. */
    public static final String PASSCODES_ISSUE = "passcodes:issue";

    /** Check one-time codes and read a verification's state. */
    public static final String PASSCODES_CHECK = "passcodes:check";

    /** Assess numbers. */
    public static final String NUMBERS_ASSESS = "numbers:assess";

    private Scope() {}
}
