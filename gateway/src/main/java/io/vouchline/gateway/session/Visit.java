package io.vouchline.gateway.session;

import io.vouchline.gateway.access.Client;

/**
 * Which session somebody asks about.
 *
 * @param client who asks; a session is the tenant's
 */
record Visit(Client client, String id) {

    String tenant() {
        return client.tenant();
    }
}
