package io.vouchline.lookup.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vouchline.contract.lookup.ContactChangeApi.Changed;
import io.vouchline.contract.lookup.ContactChangeApi.Notice;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.lookup.customer.Profile;
import io.vouchline.lookup.customer.Profile.Mailbox;
import io.vouchline.lookup.customer.Profile.Phone;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private static final Phone OLD = new Phone(PhoneNumber.ofE164("+16502530000"), true);
    private static final Phone NEW = new Phone(PhoneNumber.ofE164("+16502530001"), true);
    private static final Phone OPEN = new Phone(PhoneNumber.ofE164("+16502530002"), false);
    private static final Mailbox MAIL = new Mailbox("old@example.com", true);
    private static final Mailbox NEW_MAIL = new Mailbox("new@example.com", true);

    @Test
    void theOldPhoneIsToldThatItWasReplaced() {
        assertEquals(List.of(phone(Changed.PHONE)), notices(List.of(OLD), List.of(NEW)));
    }

    @Test
    void theOldPhoneIsToldThatAnotherOneWasAdded() {
        assertEquals(List.of(phone(Changed.PHONE)), notices(List.of(OLD), List.of(OLD, NEW)));
    }

    @Test
    void anotherOrderIsNoChange() {
        assertEquals(List.of(), notices(List.of(OLD, NEW), List.of(NEW, OLD)));
    }

    @Test
    void aPhoneThatWasNeverValidatedIsNotToldButTheMailboxIs() {
        assertEquals(
                List.of(new Notice(Changed.PHONE, null, "old@example.com")),
                Notices.between(profile(List.of(OPEN), MAIL), profile(List.of(NEW), MAIL)));
    }

    @Test
    void bothKindsAreToldOnTheirOwnWay() {
        assertEquals(
                List.of(phone(Changed.PHONE), new Notice(Changed.MAILBOX, null, "old@example.com")),
                Notices.between(profile(List.of(OLD), MAIL), profile(List.of(NEW), NEW_MAIL)));
    }

    @Test
    void aMailboxInAnotherLetterCaseIsNoChange() {
        assertEquals(
                List.of(),
                Notices.between(
                        profile(List.of(OLD), MAIL),
                        profile(List.of(OLD), new Mailbox("Old@Example.com", true))));
    }

    private static List<Notice> notices(List<Phone> before, List<Phone> after) {
        return Notices.between(profile(before, MAIL), profile(after, MAIL));
    }

    private static Notice phone(Changed changed) {
        return new Notice(changed, OLD.number(), null);
    }

    private static Profile profile(List<Phone> phones, Mailbox mailbox) {
        return new Profile("id", "N", null, phones, List.of(mailbox), List.of(), null);
    }
}
