package io.vouchline.gateway.notice;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.lookup.ContactChangeApi.ContactChange;
import io.vouchline.contract.lookup.ContactChangeApi.Notice;
import io.vouchline.contract.otp.NoticeApi.NoticeKind;
import io.vouchline.contract.otp.NoticeApi.NoticeRequest;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.upstream.ContactChanges;
import io.vouchline.gateway.upstream.Notices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Duration;

/**
 * Tells one tenant's changes of contacts. A change is settled when each of its notices ended, well
 * or badly; one that could not be sent leaves it to be claimed again when the lease is over.
 */
@ApplicationScoped
class Telling {

    private static final int MOST = 20;

    /** Twenty changes of three slow notices each, five changes at once, end within it. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final int AT_ONCE = 5;

    private final ContactChanges changes;
    private final Notices notices;
    private final ToldNotices told;

    Telling(ContactChanges changes, Notices notices, ToldNotices told) {
        this.changes = changes;
        this.notices = notices;
        this.told = told;
    }

    /** Tells what there is to tell; fails at the end if anything is left. */
    @ActivateRequestContext
    Uni<Void> tell(Client client) {
        return changes.claim(client, MOST, LEASE)
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUni(change -> tell(client, change))
                .collectFailures()
                .merge(AT_ONCE)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> tell(Client client, ContactChange change) {
        return Multi.createFrom()
                .iterable(change.notices())
                .select()
                .where(notice -> !told.contains(change, notice))
                .onItem()
                .transformToUni(notice -> send(client, change, notice))
                .collectFailures()
                .concatenate()
                .onItem()
                .ignoreAsUni()
                .chain(() -> changes.settle(client, change.id()))
                .invoke(() -> told.forget(change));
    }

    private Uni<Void> send(Client client, ContactChange change, Notice notice) {
        NoticeRequest request = new NoticeRequest(kind(notice), notice.number(), notice.mailbox());
        return notices.send(client, request)
                .invoke(() -> told.add(change, notice))
                .replaceWithVoid();
    }

    private static NoticeKind kind(Notice notice) {
        return switch (notice.changed()) {
            case PHONE -> NoticeKind.PHONE_CHANGED;
            case MAILBOX -> NoticeKind.MAILBOX_CHANGED;
        };
    }
}
