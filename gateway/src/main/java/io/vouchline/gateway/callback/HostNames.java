package io.vouchline.gateway.callback;

import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.util.List;

/** Which addresses a name has. */
interface HostNames {

    /**
     * All addresses of a host, at least one, preferred ones first; an IP address has itself. Fails
     * if there is none, or none is told in time.
     *
     * @param client who asks: nobody has more than a few look-ups under way
     */
    Uni<List<InetAddress>> addresses(String client, String host);
}
