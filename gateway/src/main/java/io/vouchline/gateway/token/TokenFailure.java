package io.vouchline.gateway.token;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Why no token is given (RFC 6749 section 5.2).
 *
 * @param error the code
 * @param errorDescription the reason in words
 */
@RegisterForReflection
record TokenFailure(String error, String errorDescription) {}
