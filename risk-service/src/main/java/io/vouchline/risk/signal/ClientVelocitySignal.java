package io.vouchline.risk.signal;

import io.vouchline.risk.history.History.ClientHistory;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * How often the client asks now, by the last ten minutes, as a multiple of the busiest hour that it
 * had; below 60 requests an hour nothing is unusual.
 */
@Singleton
final class ClientVelocitySignal implements Signal {

    private static final double FEWEST_USUAL = 60;
    private static final double TEN_MINUTES_OF_AN_HOUR = 6;

    @Override
    public String name() {
        return "client_velocity";
    }

    @Override
    public Shape shape() {
        return Shape.RISING;
    }

    @Override
    public Optional<Finding.Amount> of(Evidence evidence) {
        return evidence.history()
                .map(
                        known ->
                                new Finding.Amount(
                                        surge(known.client()),
                                        "the client's requests of ten minutes, against its usual busy hour"));
    }

    private static double surge(ClientHistory client) {
        return client.askedMinutes()
                * TEN_MINUTES_OF_AN_HOUR
                / Math.max(FEWEST_USUAL, client.usualHour());
    }
}
