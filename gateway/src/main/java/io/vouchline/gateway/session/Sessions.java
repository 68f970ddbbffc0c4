package io.vouchline.gateway.session;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.NumberHash;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.assertion.Assertions;
import io.vouchline.gateway.assertion.NumberProof;
import io.vouchline.gateway.dialect.UnfilledTemplate;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sessions: begun, driven and read. Any replica serves any turn. A session is the tenant's: any of
 * its clients that knows the id may drive and read it. A store that does not answer is 503: nothing
 * was changed then, and the same request again does what this one did not.
 */
@Singleton
public class Sessions {

    private static final Pattern ID = Pattern.compile("[0-9A-F]{32}");

    private final Openings openings;
    private final Turns turns;
    private final SessionBook book;
    private final Tellings tellings;
    private final Assertions assertions;
    private final NumberHash hash;

    Sessions(
            Openings openings,
            Turns turns,
            SessionBook book,
            Tellings tellings,
            Assertions assertions,
            NumberHash hash) {
        this.openings = openings;
        this.turns = turns;
        this.book = book;
        this.tellings = tellings;
        this.assertions = assertions;
        this.hash = hash;
    }

    /** Which session stands for a call of a platform: 32 hexadecimal digits. */
    public String idOf(Client client, String platform, String externalId) {
        return hash.ofSession(client.tenant(), platform, externalId);
    }

    /**
     * Begins a session, or finds the one that the same call has. Fails with 400 for parameters that
     * cannot be, 403 for an assertion that does not hold, 409 if the session is under way with
     * other parameters, or is about another number.
     */
    public Uni<SessionStanding> begin(Client client, NewSession wanted) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            // Else all callers of a platform would share one.
                            UnfilledTemplate.refuse("external_id", wanted.externalId());
                            Visit visit =
                                    new Visit(
                                            client,
                                            idOf(client, wanted.platform(), wanted.externalId()));
                            tellings.about(visit);
                            Wish wish = Wish.read(client, wanted, proof(client, wanted));
                            return openings.begin(visit, wish)
                                    .map(session -> tellings.came(visit, session));
                        });
    }

    private @Nullable NumberProof proof(Client client, NewSession wanted) {
        String assertion = wanted.assertion();
        return assertion == null || assertion.isEmpty()
                ? null
                : assertions.verifiedOfNumber(client, assertion).orElse(null);
    }

    /** Takes a turn; 404 for an unknown session, 409 for a name that another turn had. */
    public Uni<SessionStanding> turn(Client client, String sessionId, SessionTurn turn) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            Visit visit = visit(client, sessionId);
                            return turns.take(visit, turn)
                                    .map(session -> tellings.came(visit, session));
                        });
    }

    /** How a session stands; 404 for an unknown one. */
    public Uni<SessionStanding> read(Client client, String sessionId) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            Visit visit = visit(client, sessionId);
                            return book.find(visit).map(page -> stands(visit, page.session()));
                        });
    }

    private SessionStanding stands(Visit visit, @Nullable SessionRecord session) {
        if (session == null) {
            throw unknown();
        }
        return tellings.stands(visit, session);
    }

    private Visit visit(Client client, String sessionId) {
        if (!ID.matcher(sessionId).matches()) {
            throw unknown();
        }
        Visit visit = new Visit(client, sessionId);
        tellings.about(visit);
        return visit;
    }

    static ProblemException unknown() {
        return ProblemType.NOT_FOUND.exception("There is no such session.");
    }
}
