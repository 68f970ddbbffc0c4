package io.vouchline.lookup.answer;

import io.vouchline.lookup.account.PaymentMode;
import io.vouchline.lookup.answer.Spoken.Words;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A way of paying as callers say it: "Debit card", "UPI payment", "U P I". */
final class SpokenMode {

    private static final Shapes SHAPES =
            Shapes.of("(?<mode>[a-z]+?)(?:card|payment|transfer){0,2}");

    private SpokenMode() {}

    /** The modes that may be meant. */
    static Stream<PaymentMode> candidates(Spoken spoken) {
        return spoken instanceof Words words ? inText(words.plain()) : Stream.empty();
    }

    private static Stream<PaymentMode> inText(String text) {
        return SHAPES.readings(text.replace(" ", ""))
                .map(reading -> reading.group("mode"))
                .flatMap(word -> Stream.of(PaymentMode.values()).filter(named(word)));
    }

    private static Predicate<PaymentMode> named(String word) {
        return mode -> mode.word().equals(word);
    }
}
