package io.vouchline.gateway.telesign;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * Telesign's envelope for a refused credential.
 *
 * @param signatureString what a request with a wrong signature should have signed
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record RefusedAnswer(@JsonUnwrapped VerifyAnswer envelope, @Nullable String signatureString) {

    /** Does not show itself: what is signed holds the request's body. */
    @Override
    public String toString() {
        return "RefusedAnswer[...]";
    }
}
