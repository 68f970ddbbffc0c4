package io.vouchline.gateway.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why the current request's credential was refused, for dialects that tell it. To all others the
 * answer is the same, whatever was wrong.
 */
@RequestScoped
public class CurrentRefusal {

    private @Nullable AccessFault fault;
    private @Nullable String signatureString;

    void came(RefusedAccessException refusal) {
        this.fault = refusal.fault();
        this.signatureString = refusal.signatureString().orElse(null);
    }

    /** What was wrong; empty if the credential was not refused. */
    public Optional<AccessFault> fault() {
        return Optional.ofNullable(fault);
    }

    /** What a signed request should have signed; holds its body, so that it is never logged. */
    public Optional<String> signatureString() {
        return Optional.ofNullable(signatureString);
    }
}
