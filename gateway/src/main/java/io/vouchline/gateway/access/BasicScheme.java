package io.vouchline.gateway.access;

import io.smallrye.mutiny.Uni;

/** HTTP Basic: a customer id and a key. */
final class BasicScheme implements Scheme {

    static final String NAME = "Basic";

    private final Clients clients;

    BasicScheme(Clients clients) {
        this.clients = clients;
    }

    @Override
    public String label() {
        return "basic";
    }

    @Override
    public boolean isShownBy(AccessRequest request) {
        return request.authorization(NAME).isPresent();
    }

    @Override
    public Uni<Client> client(AccessRequest request) {
        Presented basic =
                request.header("authorization")
                        .flatMap(Presented::read)
                        .orElseThrow(() -> new RefusedAccessException(AccessFault.UNREADABLE));
        return clients.byCustomerId(basic.user(), basic.password())
                .filter(client -> clients.mayComeFrom(client, request.source()))
                .map(client -> Uni.createFrom().item(client))
                .orElseThrow(() -> new RefusedAccessException(AccessFault.WRONG_KEY));
    }
}
