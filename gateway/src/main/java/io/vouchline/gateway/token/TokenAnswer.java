package io.vouchline.gateway.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * A token (RFC 6749 section 5.1).
 *
 * @param accessToken to be shown as {@code Authorization: Bearer}
 * @param tokenType always {@code Bearer}
 * @param expiresIn its life in seconds
 * @param scope what an operator's token allows; a platform's has none
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record TokenAnswer(String accessToken, String tokenType, long expiresIn, @Nullable String scope) {

    @Override
    public String toString() {
        return "TokenAnswer[...]";
    }
}
