package io.vouchline.gateway.utterance;

import io.vouchline.gateway.conversation.Question;
import io.vouchline.gateway.language.Sense;
import java.util.EnumSet;
import java.util.Set;

/** What phrases can stand for in an answer to a question. */
final class Counting {

    private static final Set<Sense> ALWAYS =
            Set.copyOf(
                    EnumSet.of(
                            Sense.YES,
                            Sense.NO,
                            Sense.NOT,
                            Sense.REFUSAL,
                            Sense.MISSED,
                            Sense.AGENT,
                            Sense.REPEAT,
                            Sense.WAIT,
                            Sense.READY,
                            Sense.UNSURE,
                            Sense.FILLER));

    private Counting() {}

    static Set<Sense> senses(Question question) {
        Set<Sense> senses = EnumSet.copyOf(ALWAYS);
        senses.addAll(own(question));
        if (question.kind() != Question.Kind.YESNO) {
            senses.add(Sense.LACKING);
        }
        return senses;
    }

    private static Set<Sense> own(Question question) {
        return switch (question) {
            case CUSTOMER -> Set.of(Sense.CLAIM);
            case CHANNEL -> Set.of(Sense.WAY_PHONE, Sense.WAY_EMAIL);
            case CODE -> Set.of(Sense.NOT_RECEIVED);
            case EXPIRY_CHANGE -> Set.of(Sense.PART_WHOLE, Sense.PART_MONTH, Sense.PART_YEAR);
            case PAYMENT_MODE ->
                    Set.of(
                            Sense.MODE_MOBILE,
                            Sense.MODE_UPI,
                            Sense.MODE_ONLINE,
                            Sense.MODE_DEBIT,
                            Sense.MODE_CREDIT,
                            Sense.MODE_ACCOUNT);
            case AMOUNT -> Set.of(Sense.CHANGED);
            case SECURITY_KEY -> Set.of(Sense.APP);
            case APPROVAL -> Set.of(Sense.APP, Sense.NOT_YET);
            case COUNTRY,
                    NUMBER,
                    NUMBER_RIGHT,
                    BIRTH_DATE,
                    BIRTH_MONTH,
                    BIRTH_DAY,
                    BIRTH_YEAR,
                    BIRTH_DATE_RIGHT,
                    DEBIT_CARD,
                    EXPIRY,
                    EXPIRY_MONTH,
                    EXPIRY_YEAR,
                    EXPIRY_RIGHT ->
                    Set.of();
        };
    }
}
