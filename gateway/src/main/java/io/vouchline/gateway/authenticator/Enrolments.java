package io.vouchline.gateway.authenticator;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.lookup.AuthenticatorApi.Authenticator;
import io.vouchline.contract.lookup.AuthenticatorApi.Authenticators;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.NoticeApi.NoticeKind;
import io.vouchline.contract.otp.OtpApi.CodeState;
import io.vouchline.contract.otp.SecurityKeyApi.Algorithm;
import io.vouchline.contract.otp.SecurityKeyApi.CheckKeyRequest;
import io.vouchline.contract.otp.SecurityKeyApi.Made;
import io.vouchline.contract.otp.SecurityKeyApi.MakeRequest;
import io.vouchline.contract.otp.SecurityKeyApi.SealedKey;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.upstream.AuthenticatorStore;
import io.vouchline.gateway.upstream.SecurityKeys;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Binds and removes authenticators. The secret is made and opened by otp-service alone and kept by
 * lookup-service sealed; here it only passes through.
 */
@Singleton
class Enrolments {

    private final AuthenticatorStore store;
    private final SecurityKeys keys;
    private final Notification notification;
    private final CurrentRequest current;

    Enrolments(
            AuthenticatorStore store,
            SecurityKeys keys,
            Notification notification,
            CurrentRequest current) {
        this.store = store;
        this.keys = keys;
        this.notification = notification;
        this.current = current;
    }

    /** Makes an authenticator, which is good for nothing until it is confirmed. */
    Uni<NewAuthenticator> enrol(EnrolmentRight right, PhoneNumber number, String account) {
        Client client = current.client();
        return current.within(
                store.find(number)
                        .map(found -> right.subjectOf(found, isAnyConfirmed(found)))
                        .map(subject -> request(client, subject, account))
                        .chain(keys::make)
                        .chain(made -> keep(number, made)));
    }

    private static MakeRequest request(Client client, String subject, String account) {
        return new MakeRequest(
                UUID.randomUUID(),
                subject,
                client.policy().institution().orElse(client.tenant()),
                account,
                Algorithm.SHA1,
                client.policy().securityKeyDigits());
    }

    private Uni<NewAuthenticator> keep(PhoneNumber number, Made made) {
        return store.enrol(number, made.id(), made.sealed())
                .map(
                        kept -> {
                            if (!kept) {
                                throw EnrolmentRight.notOnePerson();
                            }
                            return new NewAuthenticator(made.id(), made.otpauthUri());
                        });
    }

    /**
     * Binds an authenticator whose key the caller has read out. Repeated with a fresh key it ends
     * the same, and the customer is told again: what a lost answer left open is made good by it.
     */
    Uni<Confirmation> confirm(EnrolmentRight right, PhoneNumber number, UUID id, String key) {
        return current.within(
                        store.find(number).chain(found -> check(right, number, found, id, key)))
                .chain(
                        state ->
                                state == CodeState.VALID
                                        ? bind(number, id)
                                        : Uni.createFrom()
                                                .item(new Confirmation(false, state, false)));
    }

    private Uni<CodeState> check(
            EnrolmentRight right, PhoneNumber number, Authenticators found, UUID id, String key) {
        String subject = right.subjectOf(found, isAnotherConfirmed(found, id));
        Authenticator authenticator = among(found, id).orElseThrow(Enrolments::unknown);
        return keys.check(
                new CheckKeyRequest(
                        number,
                        subject,
                        List.of(new SealedKey(authenticator.id(), authenticator.sealed())),
                        key,
                        UUID.randomUUID().toString()));
    }

    private Uni<Confirmation> bind(PhoneNumber number, UUID id) {
        return current.within(store.confirm(number, id))
                .onFailure()
                .invoke(() -> notification.isUncertain(NoticeKind.AUTHENTICATOR_BOUND))
                .chain(confirmed -> confirmation(number, confirmed));
    }

    /** What was removed or forgotten meanwhile is not bound, and nobody is told that it is. */
    private Uni<Confirmation> confirmation(PhoneNumber number, boolean confirmed) {
        return confirmed
                ? notification
                        .tell(number, NoticeKind.AUTHENTICATOR_BOUND)
                        .map(told -> new Confirmation(true, CodeState.VALID, told))
                : Uni.createFrom().item(new Confirmation(false, CodeState.VALID, false));
    }

    /** Removes an authenticator; one that is not there is told so. */
    Uni<Revocation> revoke(EnrolmentRight right, PhoneNumber number, UUID id) {
        return current.within(store.find(number))
                .chain(
                        found -> {
                            String _ = right.subjectOf(found, isAnyConfirmed(found));
                            return among(found, id).isPresent()
                                    ? remove(number, id)
                                    : Uni.createFrom().item(new Revocation(false, false));
                        });
    }

    private Uni<Revocation> remove(PhoneNumber number, UUID id) {
        return current.within(store.revoke(number, id))
                .onFailure()
                .invoke(() -> notification.isUncertain(NoticeKind.AUTHENTICATOR_REMOVED))
                .chain(() -> notification.tell(number, NoticeKind.AUTHENTICATOR_REMOVED))
                .map(told -> new Revocation(true, told));
    }

    private static boolean isAnyConfirmed(Authenticators found) {
        return found.authenticators().stream().anyMatch(one -> one.confirmedAt() != null);
    }

    /** One that is confirmed again changes nothing: it is no obstacle to itself. */
    private static boolean isAnotherConfirmed(Authenticators found, UUID id) {
        return found.authenticators().stream()
                .anyMatch(one -> one.confirmedAt() != null && !one.id().equals(id));
    }

    private static Optional<Authenticator> among(Authenticators found, UUID id) {
        return found.authenticators().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private static RuntimeException unknown() {
        return ProblemType.NOT_FOUND.exception("There is no such authenticator.");
    }
}
