package io.vouchline.risk.history;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.number.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What is remembered of numbers, destinations and clients. */
public interface HistoryStore {

    /** How long an event's id is known: one that is told again after it would count again. */
    Duration SAME_EVENT = Duration.ofHours(6);

    /**
     * Counts a request and tells what is remembered, this request included. A request with the same
     * id is counted once. One that is for sending is taken as admitted until {@link #refuse}.
     */
    Uni<History> ask(Ask ask);

    /**
     * Takes back that a request was admitted: it was blocked, or no code was sent.
     *
     * @return false if it did not count as admitted
     */
    Uni<Boolean> refuse(Ask ask);

    /**
     * Counts what happened to a number.
     *
     * @return false if this event had been counted before
     */
    Uni<Boolean> count(Happening happening);

    /**
     * A request.
     *
     * @param sending whether a code is to be sent
     * @param address the IP address of the person who asks
     */
    record Ask(
            String id,
            String tenant,
            String client,
            PhoneNumber number,
            boolean sending,
            Optional<String> address) {}

    /**
     * What happened.
     *
     * @param id no two events have the same
     * @param at when; what is long past counts less
     * @param numberHash the keyed hash of the tenant's number
     * @param place where the number lies
     * @param late whether it may have been counted so long ago that its id is forgotten: then only
     *     what is the same however often it is told is taken, that the number was verified
     */
    record Happening(
            String id,
            Event event,
            Instant at,
            String tenant,
            String client,
            String numberHash,
            Place place,
            boolean late) {}

    /** What can happen. */
    enum Event {
        /** A message with a code went out. */
        SENT(false, true, true),
        /** A message certainly did not arrive. */
        UNDELIVERED(false, true, false),
        /** The number was proven. */
        VERIFIED(true, true, true),
        /** A wrong code was entered. */
        WRONG(true, false, false),
        /** Too many wrong codes locked the number. */
        LOCKED(true, false, false),
        /** The number took part in fraud. */
        FRAUD(true, false, false),
        /** It did not. */
        GENUINE(true, false, false);

        private final boolean number;
        private final boolean destination;
        private final boolean client;

        Event(boolean number, boolean destination, boolean client) {
            this.number = number;
            this.destination = destination;
            this.client = client;
        }

        boolean isOfNumber() {
            return number;
        }

        boolean isOfDestination() {
            return destination;
        }

        boolean isOfClient() {
            return client;
        }
    }
}
