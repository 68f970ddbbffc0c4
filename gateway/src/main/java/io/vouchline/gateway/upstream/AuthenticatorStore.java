package io.vouchline.gateway.upstream;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.lookup.AuthenticatorApi.Authenticators;
import io.vouchline.contract.lookup.AuthenticatorApi.Choice;
import io.vouchline.contract.lookup.AuthenticatorApi.Enrolment;
import io.vouchline.contract.lookup.AuthenticatorApi.OwnerQuestion;
import io.vouchline.contract.lookup.AuthenticatorApi.Stored;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Where sealed authenticators are kept. Down: 503. All of it is safe to repeat. */
@ApplicationScoped
public class AuthenticatorStore {

    private final AuthenticatorClient client;
    private final Upstream upstream;

    AuthenticatorStore(@RestClient AuthenticatorClient client, UpstreamConfig config) {
        this.client = client;
        this.upstream = new Upstream("lookup-service (authenticators)", config.lookup());
    }

    /** The authenticators of the one person behind a number. */
    public Uni<Authenticators> find(PhoneNumber number) {
        return find(number, null);
    }

    /**
     * The authenticators of one of the persons behind a number.
     *
     * @param subject which of them; null for the one person behind it
     */
    public Uni<Authenticators> find(PhoneNumber number, @Nullable String subject) {
        return upstream.call(() -> client.find(new OwnerQuestion(number, subject)));
    }

    /**
     * Keeps a new one, pending: whether it is kept. 409 if the person has as many as one can have.
     */
    public Uni<Boolean> enrol(PhoneNumber number, UUID id, byte[] sealed) {
        Enrolment enrolment = new Enrolment(number, id, sealed);
        return upstream.call(
                        () ->
                                RefusalProblem.told(
                                        client.enrol(enrolment),
                                        ProblemType.CONFLICT,
                                        "The customer has as many authenticators as one can have."))
                .map(Stored::stored);
    }

    /**
     * Confirms a pending one: whether it is confirmed now. If nothing was changed, it may have been
     * confirmed before, as by a try whose answer was lost, or be gone.
     */
    public Uni<Boolean> confirm(PhoneNumber number, UUID id) {
        return upstream.call(() -> client.confirm(new Choice(number, id)))
                .chain(
                        effect ->
                                effect.changed()
                                        ? Uni.createFrom().item(true)
                                        : find(number).map(found -> isConfirmed(found, id)));
    }

    private static boolean isConfirmed(Authenticators found, UUID id) {
        return found.authenticators().stream()
                .anyMatch(one -> one.id().equals(id) && one.confirmedAt() != null);
    }

    /** Forgets one. */
    public Uni<Void> revoke(PhoneNumber number, UUID id) {
        return upstream.call(() -> client.revoke(new Choice(number, id))).replaceWithVoid();
    }
}
