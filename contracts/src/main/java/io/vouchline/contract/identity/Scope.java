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

    /** Bind and remove a customer's authenticators at the gateway: an operator's right. */
    public static final String AUTHENTICATORS_ENROL = "authenticators:enrol";

    /** Send notices of what was done in a customer's name. */
    public static final String NOTICES_SEND = "notices:send";

    /** Issue one-time codes and have them sent. */
    public static final String PASSCODES_ISSUE = "passcodes:issue";

    /** Check one-time codes and read a verification's state. */
    public static final String PASSCODES_CHECK = "passcodes:check";

    /** Reserve and settle attempts: security answers count like codes. */
    public static final String ATTEMPTS_COUNT = "attempts:count";

    /** Forget a number's failures and lock, once its owner has proven who they are. */
    public static final String ATTEMPTS_CLEAR = "attempts:clear";

    /** Read what was decided about a tenant's numbers, and why: an operator's right. */
    public static final String DECISIONS_READ = "decisions:read";

    /** Make security keys (TOTP secrets). */
    public static final String SECURITY_KEYS_MAKE = "security-keys:make";

    /** Check what a security key shows. */
    public static final String SECURITY_KEYS_CHECK = "security-keys:check";

    /** Ask for approval in the institution's app. */
    public static final String PUSHES_SEND = "pushes:send";

    /** Hand over signed answers of the institution's app. */
    public static final String PUSHES_ANSWER = "pushes:answer";

    /** Hand over signed reports of the carrier. */
    public static final String CARRIER_REPORT = "carrier:report";

    /** Assess numbers. */
    public static final String NUMBERS_ASSESS = "numbers:assess";

    /** Add numbers to a tenant's own lists. */
    public static final String LISTS_ADD = "lists:add";

    /** Read, change and import a tenant's own lists: an operator's right. */
    public static final String LISTS_MANAGE = "lists:manage";

    /** The same for the lists that hold for all tenants: the fleet's operator's right. */
    public static final String LISTS_MANAGE_ALL = "lists:manage-all";

    /** Tell what became of assessed numbers. */
    public static final String OUTCOMES_TELL = "outcomes:tell";

    private Scope() {}
}
