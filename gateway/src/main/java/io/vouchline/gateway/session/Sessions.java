package io.vouchline.gateway.session;

import io.smallrye.mutiny.Uni;
import io.vouchline.gateway.access.Client;
import jakarta.inject.Singleton;

/** Sessions: begun, driven and read. Any replica serves any turn. */
@Singleton
public class Sessions {

    /** Which session stands for a call of a platform. */
    public String idOf(Client client, String platform, String externalId) {
        throw new UnsupportedOperationException(client.id() + platform + externalId);
    }

    /** Begins a session, or finds the one that the same call has. */
    public Uni<SessionStanding> begin(Client client, NewSession wanted) {
        throw new UnsupportedOperationException(client.id() + wanted);
    }

    /** Takes a turn; 404 for an unknown session. */
    public Uni<SessionStanding> turn(Client client, String sessionId, SessionTurn turn) {
        throw new UnsupportedOperationException(client.id() + sessionId + turn);
    }

    /** How a session stands; 404 for an unknown one. */
    public Uni<SessionStanding> read(Client client, String sessionId) {
        throw new UnsupportedOperationException(client.id() + sessionId);
    }
}
