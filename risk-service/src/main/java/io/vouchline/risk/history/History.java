package io.vouchline.risk.history;

import java.time.Duration;
import java.util.Optional;

/**
 * What is remembered at the moment of a request, the request itself included. Counts forget
 * exponentially: a count "of an hour" weighs an event by e<sup>-t/1h</sup>, so that at a steady
 * rate it is the number of events of one hour, and no event leaves it all at once.
 */
public record History(NumberHistory number, DestinationHistory destination, ClientHistory client) {

    /**
     * Of the number itself, at this tenant.
     *
     * @param askedHour requests of an hour
     * @param askedDay requests of a day
     * @param wrongDay wrong codes of a day
     * @param lockOuts lock-outs of 30 days
     * @param sinceFirst how long ago the number was first asked for; empty if it is now
     * @param sinceVerified how long ago it was last verified
     * @param reported whether it was told to have taken part in fraud, and that was not taken back
     */
    public record NumberHistory(
            double askedHour,
            double askedDay,
            double wrongDay,
            double lockOuts,
            Optional<Duration> sinceFirst,
            Optional<Duration> sinceVerified,
            boolean reported) {}

    /**
     * Of where the number lies, at this tenant.
     *
     * @param block the numbers that differ in their last four digits only
     * @param range the numbers that share country calling code and the next four digits
     * @param country the numbers of the same country calling code; of +1 those of the same region
     * @param neighbours how many other numbers of the block, not further than ten away, were asked
     *     for within the last hour
     */
    public record DestinationHistory(
            Traffic block, Traffic range, Traffic country, int neighbours) {}

    /**
     * Of one destination. A code is <em>admitted</em> when its number was assessed for sending and
     * not blocked; <em>sent</em> when otp-service has sent it.
     *
     * @param askedHour requests of an hour, blocked ones included
     * @param admittedHour those that were not blocked: it tells what is sent before that is read
     * @param peakDay the most codes verified in a day, forgotten over 14 days
     */
    public record Traffic(
            double askedHour,
            double admittedHour,
            double sentHour,
            double sentDay,
            double verifiedHour,
            double verifiedDay,
            double undeliveredDay,
            double peakDay) {

        /** Codes of an hour that were not verified, or not yet. */
        public double unverifiedHour() {
            return Math.max(Math.max(admittedHour, sentHour) - verifiedHour, 0);
        }

        /** Codes of a day that were not verified, or not yet. */
        public double unverifiedDay() {
            return Math.max(sentDay - verifiedDay, 0);
        }
    }

    /**
     * Of who asks.
     *
     * @param askedMinutes the client's requests of ten minutes
     * @param usualHour the most requests of an hour that the client had, forgotten over 14 days
     * @param sentDay codes of a day that were sent
     * @param verifiedDay those that were verified
     * @param sourceHour requests of an hour from the same address; 0 if no address is known
     */
    public record ClientHistory(
            double askedMinutes,
            double usualHour,
            double sentDay,
            double verifiedDay,
            double sourceHour) {}
}
