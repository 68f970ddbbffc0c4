package io.vouchline.gateway.conversation;

/** What kind of customer a caller is asked about, by the document's table of flags. */
enum Holder {
    /** Of accounts, own ones or by power of attorney: has a debit card. */
    ACCOUNT,
    /** Of credit cards. */
    CARD,
    /** Of none that is looked for. */
    NONE;

    /** Accounts come first; without a flag any kind will do, to level 0. */
    static Holder of(Profile profile, Parameters parameters) {
        boolean any = !parameters.accounts() && !parameters.cards();
        if (profile.accounts() > 0 && (parameters.accounts() || any)) {
            return ACCOUNT;
        }
        return profile.creditCards() > 0 && (parameters.cards() || any) ? CARD : NONE;
    }
}
