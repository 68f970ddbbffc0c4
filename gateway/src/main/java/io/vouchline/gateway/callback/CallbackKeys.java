package io.vouchline.gateway.callback;

import java.util.Optional;
import java.util.Set;

/** The keys that reports are signed with. */
interface CallbackKeys {

    /** Every client that can be sent reports. */
    Set<String> clients();

    /** The key of a client: the first of its live ones; empty if it has none that can sign. */
    Optional<CallbackKey> of(String client);
}
