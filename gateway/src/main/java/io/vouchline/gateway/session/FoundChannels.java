package io.vouchline.gateway.session;

import io.vouchline.contract.lookup.LookupApi.RegisteredChannels;
import io.vouchline.contract.number.PhoneNumber;
import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a code may go, as far as the current request has found out: not asked for twice in one, and
 * asked for again in the next, since it may have changed.
 */
@RequestScoped
class FoundChannels {

    private @Nullable PhoneNumber number;
    private @Nullable RegisteredChannels channels;

    void remember(PhoneNumber of, RegisteredChannels found) {
        this.number = of;
        this.channels = found;
    }

    /** Those of this number; null if they are not known. */
    @Nullable RegisteredChannels of(PhoneNumber wanted) {
        return Objects.equals(wanted, number) ? channels : null;
    }
}
