package io.vouchline.risk.history;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import java.util.Optional;

/** What is remembered of numbers, destinations and clients. */
public interface HistoryStore {

    /**
     * Counts a request and tells what is remembered, this request included. A request with the same
     * id is counted once. One that is for sending is taken as admitted until {@link #refuse}.
     */
    Uni<History> ask(Ask ask);

    /** Takes back that a request was admitted: it was blocked. Once for each id. */
    Uni<Void> refuse(Ask ask);

    /**
     * Counts what happened to a number.
     *
     * @return false if this event had been counted before
     */
    Uni<Boolean> count(Happening happening);

    /**
     * A request.
     *
     * @param region of the number, ISO 3166-1 alpha-2
     * @param sending whether a code is to be sent
     * @param address the IP address of the person who asks
     */
    record Ask(
            String id,
            String tenant,
            String client,
            PhoneNumber number,
            Optional<String> region,
            boolean sending,
            Optional<String> address) {}

    /**
     * What happened.
     *
     * @param id no two events have the same
     * @param numberHash the keyed hash of the tenant's number
     * @param place where the number lies
     */
    record Happening(
            String id, Event event, String tenant, String client, String numberHash, Place place) {}

    /** What can happen. */
    enum Event {
        /** A message with a code went out. */
        SENT,
        /** A message certainly did not arrive. */
        UNDELIVERED,
        /** The number was proven. */
        VERIFIED,
        /** A wrong code was entered. */
        WRONG,
        /** Too many wrong codes locked the number. */
        LOCKED,
        /** The number took part in fraud. */
        FRAUD,
        /** It did not. */
        GENUINE
    }
}
