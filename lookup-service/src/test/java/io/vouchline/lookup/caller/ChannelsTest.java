package io.vouchline.lookup.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.vouchline.contract.lookup.LookupApi.RegisteredChannels;
import io.vouchline.contract.lookup.LookupApi.Standing;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.testing.Requirement;
import io.vouchline.lookup.customer.Person;
import io.vouchline.lookup.customer.Person.Mailbox;
import io.vouchline.lookup.customer.Person.Phone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChannelsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration HOLD = Duration.ofHours(24);
    private static final PhoneNumber NUMBER = PhoneNumber.ofE164("+16502530000");

    @Test
    @Requirement(21)
    void aContactIsOnHoldUntilTheHoldHasPassedAndNoLonger() {
        assertEquals(Standing.RECENTLY_CHANGED, phone(NOW.minus(HOLD).plusMillis(1)));
        assertEquals(Standing.OPEN, phone(NOW.minus(HOLD)));
        assertEquals(Standing.OPEN, phone(null));
    }

    @Test
    void aContactOfTheFutureIsOnHold() {
        assertEquals(Standing.RECENTLY_CHANGED, phone(NOW.plusSeconds(60)));
    }

    @Test
    void nobodyHasNoChannel() {
        assertEquals(
                new RegisteredChannels(Standing.NONE, Standing.NONE, null), channels(List.of()));
    }

    @Test
    void withSeveralPersonsTheLatestChangeDecides() {
        Person old = person(true, null, "same@example.com", null);
        Person changed = person(true, NOW.minusSeconds(1), "SAME@example.com", NOW.minusSeconds(1));
        RegisteredChannels channels = channels(List.of(old, changed));
        assertEquals(Standing.RECENTLY_CHANGED, channels.phone());
        assertEquals(Standing.RECENTLY_CHANGED, channels.mailbox());
        assertNull(channels.email());
    }

    @Test
    void theSameMailboxInAnotherLetterCaseIsTheSame() {
        RegisteredChannels channels =
                channels(
                        List.of(
                                person(true, null, "same@example.com", null),
                                person(true, null, "Same@Example.com", null)));
        assertEquals(Standing.OPEN, channels.mailbox());
        assertEquals("same@example.com", channels.email());
    }

    @Test
    void aMailboxThatNotAllPersonsHaveIsNoChannel() {
        assertEquals(
                Standing.NONE,
                channels(
                                List.of(
                                        person(true, null, "one@example.com", null),
                                        person(true, null, "two@example.com", null)))
                        .mailbox());
    }

    @Test
    @Requirement(21)
    void whatIsNotValidatedIsNoChannel() {
        assertEquals(
                Standing.NONE,
                channels(List.of(person(false, null, "one@example.com", null))).phone());
    }

    private static Standing phone(@Nullable Instant changedAt) {
        return channels(List.of(person(true, changedAt, "one@example.com", null))).phone();
    }

    private static RegisteredChannels channels(List<Person> persons) {
        return Channels.of(persons, NUMBER, HOLD, NOW);
    }

    private static Person person(
            boolean verified,
            @Nullable Instant phoneChanged,
            String mailbox,
            @Nullable Instant mailboxChanged) {
        return new Person(
                UUID.randomUUID(),
                "N",
                null,
                List.of(new Phone(NUMBER, verified, phoneChanged)),
                List.of(new Mailbox(mailbox, true, mailboxChanged)),
                List.of(),
                null,
                List.of());
    }
}
