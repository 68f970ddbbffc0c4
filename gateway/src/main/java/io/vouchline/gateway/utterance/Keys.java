package io.vouchline.gateway.utterance;

import io.vouchline.gateway.conversation.Heard;
import io.vouchline.gateway.conversation.Heard.Amount;
import io.vouchline.gateway.conversation.Heard.Sign;
import io.vouchline.gateway.conversation.Question.Kind;
import io.vouchline.gateway.language.Language;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what was keyed in: digits, "*" for the decimal sign of amounts, "#" at the end. */
final class Keys {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,64}");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}(\\*[0-9]{0,2})?");

    private Keys() {}

    static Heard heard(String keys, Values values, Language language) {
        String plain = keys.strip();
        String told = plain.endsWith("#") ? plain.substring(0, plain.length() - 1) : plain;
        return Objects.requireNonNullElse(read(told, values, language), Sign.NOTHING);
    }

    private static @Nullable Heard read(String keys, Values values, Language language) {
        if (values.question().kind() == Kind.AMOUNT) {
            return AMOUNT.matcher(keys).matches()
                    ? new Amount(new BigDecimal(keys.replace('*', '.')))
                    : null;
        }
        if (!DIGITS.matcher(keys).matches()) {
            return null;
        }
        return switch (values.question().kind()) {
            case YESNO, CHOICE, READY -> Choices.byKey(values.question(), keys);
            case COUNTRY, PHONE -> Telephones.of(keys, false, values.question());
            case DIGITS -> new Heard.Digits(keys);
            case DATE, EXPIRY -> values.of(Utterance.of(keys, language, Set.of(), false));
            case AMOUNT -> null;
        };
    }
}
