package io.vouchline.gateway.upstream;

import io.vouchline.gateway.access.CurrentRequest;

/** What goes with a call for a request that proves itself: a token on nobody's behalf. */
class SelfProvingHeaders extends CallHeaders {

    SelfProvingHeaders(
            InternalTokens tokens, CurrentRequest current, String audience, String... scopes) {
        super(tokens, current, audience, scopes);
    }

    @Override
    String token(InternalTokens tokens, CurrentRequest current, String audience, String scopes) {
        return tokens.tokenOfNobody(audience, scopes);
    }
}
