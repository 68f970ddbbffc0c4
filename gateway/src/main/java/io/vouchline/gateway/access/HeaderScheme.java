package io.vouchline.gateway.access;

import io.smallrye.mutiny.Uni;

/** A key in a header of the client's choice. */
final class HeaderScheme implements Scheme {

    private final Clients clients;

    HeaderScheme(Clients clients) {
        this.clients = clients;
    }

    @Override
    public String label() {
        return "key";
    }

    @Override
    public boolean isShownBy(AccessRequest request) {
        return clients.headers().stream().anyMatch(request.headers()::containsKey);
    }

    @Override
    public Uni<Client> client(AccessRequest request) {
        return clients.headers().stream()
                .filter(request.headers()::containsKey)
                .findFirst()
                .flatMap(name -> request.header(name).flatMap(key -> clients.byHeader(name, key)))
                .filter(client -> clients.mayComeFrom(client, request.source()))
                .map(client -> Uni.createFrom().item(client))
                .orElseThrow(() -> new RefusedAccessException(AccessFault.WRONG_KEY));
    }
}
