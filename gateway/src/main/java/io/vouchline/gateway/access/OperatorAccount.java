package io.vouchline.gateway.access;

import java.util.Set;

/**
 * A person or job of an institution that gets tokens by a secret.
 *
 * @param id the {@code client} of its tokens
 * @param tenant the institution
 * @param scopes what its tokens may allow
 * @param audiences the services that its tokens may be for
 */
public record OperatorAccount(
        String id, String tenant, Set<String> scopes, Set<String> audiences) {}
