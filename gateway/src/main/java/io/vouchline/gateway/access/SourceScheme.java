package io.vouchline.gateway.access;

import io.smallrye.mutiny.Uni;

/** Coming from the right place, for clients that say so: it counts where nothing else is shown. */
final class SourceScheme implements Scheme {

    private final Clients clients;

    SourceScheme(Clients clients) {
        this.clients = clients;
    }

    @Override
    public String label() {
        return "source";
    }

    @Override
    public boolean isShownBy(AccessRequest request) {
        return request.header("authorization").isEmpty()
                && request.source().flatMap(clients::bySource).isPresent();
    }

    @Override
    public Uni<Client> client(AccessRequest request) {
        return request.source()
                .flatMap(clients::bySource)
                .map(client -> Uni.createFrom().item(client))
                .orElseThrow(() -> new RefusedAccessException(AccessFault.MISSING));
    }
}
