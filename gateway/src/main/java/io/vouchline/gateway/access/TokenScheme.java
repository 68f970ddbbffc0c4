package io.vouchline.gateway.access;

import io.smallrye.mutiny.Uni;

/** A token that the platform got from us for its key. */
final class TokenScheme implements Scheme {

    private final Clients clients;
    private final PlatformTokens tokens;

    TokenScheme(Clients clients, PlatformTokens tokens) {
        this.clients = clients;
        this.tokens = tokens;
    }

    @Override
    public String label() {
        return "token";
    }

    @Override
    public boolean isShownBy(AccessRequest request) {
        return BearerToken.of(request)
                .filter(token -> token.type().equals(PlatformTokens.TYPE))
                .isPresent();
    }

    @Override
    public Uni<Client> client(AccessRequest request) {
        return BearerToken.of(request)
                .flatMap(token -> tokens.client(token.text()))
                .filter(client -> clients.mayComeFrom(client, request.source()))
                .map(client -> Uni.createFrom().item(client))
                .orElseThrow(() -> new RefusedAccessException(AccessFault.WRONG_KEY));
    }
}
