package io.vouchline.lookup.answer;

import io.vouchline.lookup.answer.Spoken.Figure;
import io.vouchline.lookup.answer.Spoken.Nothing;
import io.vouchline.lookup.answer.Spoken.Parts;
import io.vouchline.lookup.answer.Spoken.Words;
import java.math.BigDecimal;
import java.util.stream.Stream;

/**
 * An amount of money as callers say it and platforms write it. A currency may be named and is not
 * compared: transactions are held without one.
 */
final class SpokenAmount {

    private static final String CURRENCY =
            "(?:us\\$|\\p{Sc}|usd|eur|gbp|inr|(?:us )?dollars?|euros?|pounds?|rupees?)?";
    private static final String THOUSANDS = "[0-9]{1,3}(?:,[0-9]{3}){1,5}";
    private static final String NUMBER =
            "(?<amount>(?:" + THOUSANDS + "|[0-9]{1,18})(?:\\.[0-9]{1,18})?)";
    private static final Shapes SHAPES =
            Shapes.of(CURRENCY + "\\s*" + NUMBER + "\\s*" + CURRENCY + "[\\s.,;!?]*");

    private SpokenAmount() {}

    /** The amounts that may be meant. */
    static Stream<BigDecimal> candidates(Spoken spoken) {
        return spoken instanceof Parts parts ? scalar(parts.part("amount")) : scalar(spoken);
    }

    private static Stream<BigDecimal> scalar(Spoken spoken) {
        return switch (spoken) {
            case Words words -> inText(words.folded());
            case Figure figure -> Stream.of(figure.value());
            case Parts _, Nothing _ -> Stream.empty();
        };
    }

    private static Stream<BigDecimal> inText(String text) {
        return SHAPES.readings(text)
                .map(reading -> reading.group("amount").replace(",", ""))
                .map(BigDecimal::new);
    }
}
