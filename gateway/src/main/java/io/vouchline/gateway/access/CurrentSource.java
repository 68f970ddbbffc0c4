package io.vouchline.gateway.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Where the current request comes from. */
@RequestScoped
class CurrentSource {

    private Optional<SourceAddress> address = Optional.empty();

    void is(Optional<SourceAddress> address) {
        this.address = address;
    }

    /** The address; empty if it cannot be told. */
    Optional<SourceAddress> address() {
        return address;
    }
}
