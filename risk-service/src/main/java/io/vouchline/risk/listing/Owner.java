package io.vouchline.risk.listing;

/** Whose entries they are: a tenant's name, or the one that stands for all. */
final class Owner {

    /** Holds for all tenants; no tenant can have this name. */
    static final String ALL = "*";

    private Owner() {}

    /** Whether a tenant may be an owner: its name is not the reserved one and is one line. */
    static boolean canBe(String tenant) {
        return !tenant.equals(ALL) && tenant.chars().noneMatch(Character::isISOControl);
    }
}
