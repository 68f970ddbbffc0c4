package io.vouchline.risk.signal;

import io.vouchline.risk.history.History;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The share of a client's codes of a day that were verified. */
@Singleton
final class ClientConversionSignal implements Signal {

    @Override
    public String name() {
        return "client_conversion";
    }

    @Override
    public Shape shape() {
        return Shape.FALLING;
    }

    @Override
    public Optional<Finding.Amount> of(Evidence evidence) {
        return evidence.outcomes()
                .map(History::client)
                .map(client -> Conversion.of(client.sentDay(), client.verifiedDay()))
                .map(
                        share ->
                                new Finding.Amount(
                                        share,
                                        "the share of the client's codes that were verified"));
    }
}
