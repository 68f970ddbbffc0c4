package io.vouchline.gateway.callback;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;

/**
 * Finds out where a report goes, or that it must not go there: into the institution's own network.
 * The name is resolved once, here; the connection then goes to the address that was looked at.
 */
@Singleton
class Destinations {

    private final HostNames names;
    private final boolean insecure;

    @Inject
    Destinations(HostNames names, CallbackConfig config) {
        this(names, config.allowInsecure());
    }

    Destinations(HostNames names, boolean insecure) {
        this.names = names;
        this.insecure = insecure;
    }

    /**
     * Where a report goes.
     *
     * @param address what the platform gave
     * @param ip the one to connect to
     */
    record Destination(CallbackAddress address, InetAddress ip) {}

    /** The destination; fails with {@link ForbiddenException} if it is none for us. */
    Uni<Destination> find(String client, URI callback) {
        return CallbackAddress.of(callback, insecure)
                .map(
                        address ->
                                names.addresses(client, address.host())
                                        .map(found -> destination(address, found)))
                .orElseGet(() -> Uni.createFrom().failure(new ForbiddenException()));
    }

    /** A name with one private address among public ones is up to no good. */
    private Destination destination(CallbackAddress address, List<InetAddress> found) {
        if (!found.stream().allMatch(this::isAllowed)) {
            throw new ForbiddenException();
        }
        return new Destination(address, found.getFirst());
    }

    private boolean isAllowed(InetAddress ip) {
        return PublicAddress.is(ip) || (insecure && ip.isLoopbackAddress());
    }

    /** The address leads where no report may go. */
    static final class ForbiddenException extends RuntimeException {

        ForbiddenException() {
            super("the address is not public, or not https on port 443");
        }
    }
}
