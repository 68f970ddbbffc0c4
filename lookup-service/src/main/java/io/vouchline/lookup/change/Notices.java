package io.vouchline.lookup.change;

import io.vouchline.contract.lookup.ContactChangeApi.Changed;
import io.vouchline.contract.lookup.ContactChangeApi.Notice;
import io.vouchline.lookup.customer.Profile;
import io.vouchline.lookup.customer.Profile.Mailbox;
import io.vouchline.lookup.customer.Profile.Phone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom to tell of a change: the validated contacts of before, of the same kind as what was changed;
 * if there are none, those of the other kind. A new contact is told nothing: whoever holds it may
 * have made the change.
 */
final class Notices {

    private Notices() {}

    static List<Notice> between(Profile before, Profile after) {
        List<Notice> notices = new ArrayList<>();
        if (!numbers(before).equals(numbers(after))) {
            notices.addAll(
                    firstNotEmpty(phones(before, Changed.PHONE), mailboxes(before, Changed.PHONE)));
        }
        if (!addresses(before).equals(addresses(after))) {
            notices.addAll(
                    firstNotEmpty(
                            mailboxes(before, Changed.MAILBOX), phones(before, Changed.MAILBOX)));
        }
        return notices;
    }

    private static List<Notice> firstNotEmpty(List<Notice> first, List<Notice> second) {
        return first.isEmpty() ? second : first;
    }

    private static List<Notice> phones(Profile profile, Changed changed) {
        return profile.phones().stream()
                .filter(Phone::verified)
                .map(phone -> new Notice(changed, phone.number(), null))
                .toList();
    }

    private static List<Notice> mailboxes(Profile profile, Changed changed) {
        return profile.mailboxes().stream()
                .filter(Mailbox::verified)
                .map(mailbox -> new Notice(changed, null, mailbox.address()))
                .toList();
    }

    private static Set<String> numbers(Profile profile) {
        return profile.phones().stream()
                .map(phone -> phone.number().e164())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> addresses(Profile profile) {
        return profile.mailboxes().stream()
                .map(mailbox -> mailbox.address().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
