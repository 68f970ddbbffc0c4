package io.vouchline.lookup.account;

/** In which capacity a person holds an account. */
public enum Capacity {
    /** An owner. */
    SELF,
    /** A person with power of attorney. */
    ATTORNEY
}
