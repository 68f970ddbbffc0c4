package io.vouchline.lookup.account;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** In which capacity a person holds an account. */
@RegisterForReflection
public enum Capacity {
    /** An owner. */
    SELF,
    /** A person with power of attorney. */
    ATTORNEY
}
