package io.vouchline.gateway.utterance;

import io.vouchline.gateway.conversation.Heard;
import io.vouchline.gateway.conversation.Heard.Amount;
import io.vouchline.gateway.conversation.Heard.Country;
import io.vouchline.gateway.conversation.Heard.Digits;
import io.vouchline.gateway.conversation.Heard.Mode;
import io.vouchline.gateway.conversation.Heard.Sign;
import io.vouchline.gateway.conversation.Heard.Telephone;
import io.vouchline.gateway.conversation.Heard.WayChosen;
import io.vouchline.gateway.conversation.Question;
import io.vouchline.gateway.conversation.Way;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What callers say in Swedish. */
final class SwedishPhrases {

    private final List<Phrase> phrases = new ArrayList<>();

    private SwedishPhrases() {}

    static List<Phrase> of() {
        SwedishPhrases swedish = new SwedishPhrases();
        swedish.signs();
        swedish.values();
        return swedish.phrases.stream().distinct().toList();
    }

    private void add(Question question, Heard expected, String... texts) {
        for (String text : texts) {
            phrases.add(new Phrase("sv", question, text, expected));
        }
    }

    private void signs() {
        add(
                Question.NUMBER_RIGHT,
                Sign.YES,
                "ja",
                "Ja, det stämmer",
                "japp",
                "jajamän",
                "det är rätt",
                "precis",
                "ja tack",
                "det stämmer");
        add(
                Question.NUMBER_RIGHT,
                Sign.NO,
                "nej",
                "Nej, det är fel",
                "nej det stämmer inte",
                "det är inte rätt",
                "nä",
                "fel nummer",
                "inte riktigt rätt");
        add(
                Question.CUSTOMER,
                Sign.YES,
                "ja det är jag",
                "jag är kund",
                "jag har fullmakt",
                "nej, men jag har fullmakt");
        add(
                Question.CUSTOMER,
                Sign.NO,
                "nej det är jag inte",
                "jag är inte kund",
                "jag har ingen fullmakt");
        for (Question question :
                List.of(Question.CODE, Question.DEBIT_CARD, Question.BIRTH_DATE, Question.AMOUNT)) {
            add(
                    question,
                    Sign.REFUSAL,
                    "det vill jag inte säga",
                    "jag vill inte berätta det",
                    "det har du inte med att göra",
                    "nej",
                    "jag vägrar",
                    "helst inte");
            add(
                    question,
                    Sign.AGENT,
                    "jag vill prata med en människa",
                    "koppla mig till kundtjänst",
                    "handläggare tack",
                    "kan jag få prata med någon");
            add(
                    question,
                    Sign.REPEAT,
                    "kan du upprepa",
                    "en gång till",
                    "vad sa du",
                    "ursäkta, jag hörde inte",
                    "förlåt?");
            add(question, Sign.WAIT, "vänta lite", "ett ögonblick", "en sekund", "vänta");
            add(question, Sign.READY, "jag är redo", "nu är jag tillbaka", "klar");
            add(question, Sign.NOTHING, "jag vet inte", "det minns jag inte", "fint väder idag");
        }
        add(
                Question.CODE,
                Sign.NOT_RECEIVED,
                "jag har inte fått den",
                "jag fick ingen kod",
                "skicka koden igen",
                "det kom ingenting",
                "kan du skicka en ny kod");
        add(
                Question.CHANNEL,
                new WayChosen(Way.PHONE),
                "telefon",
                "sms tack",
                "via telefon",
                "till mobilen",
                "ring mig");
        add(
                Question.CHANNEL,
                new WayChosen(Way.EMAIL),
                "mejl",
                "e-post",
                "via e-post tack",
                "mail",
                "till min mejl");
        add(Question.SECURITY_KEY, Sign.APP, "appen", "skicka till appen", "i appen tack");
        add(Question.PAYMENT_MODE, new Mode("debit"), "bankkort", "med mitt bankkort");
        add(Question.PAYMENT_MODE, new Mode("credit"), "kreditkort", "med kreditkort");
        add(Question.PAYMENT_MODE, new Mode("mobile"), "mobilen", "med mobilen");
    }

    private void values() {
        for (String frame : List.of("%s", "koden är %s", "det är %s", "den är %s tack")) {
            add(
                    Question.CODE,
                    new Digits("123457"),
                    frame.formatted("123457"),
                    frame.formatted("12 34 57"),
                    frame.formatted("ett två tre fyra fem sju"),
                    frame.formatted("tolv trettiofyra femtiosju"));
            add(
                    Question.DEBIT_CARD,
                    new Digits("4077"),
                    frame.formatted("fyra noll sju sju"),
                    frame.formatted("fyrtio sjuttiosju"),
                    frame.formatted("fyra noll dubbel sju"));
        }
        for (String frame : List.of("%s", "jag är född %s", "det är %s")) {
            add(
                    Question.BIRTH_DATE,
                    new Heard.Date(1995, 2, 3),
                    frame.formatted("tredje februari nittonhundranittiofem"),
                    frame.formatted("den 3 februari 1995"),
                    frame.formatted("1995-02-03"),
                    frame.formatted("19950203"),
                    frame.formatted("den tredje februari nittiofem"),
                    frame.formatted("3 feb 1995"));
            add(
                    Question.BIRTH_DATE,
                    new Heard.Date(1984, 11, 21),
                    frame.formatted("tjugoförsta november nittonhundraåttiofyra"),
                    frame.formatted("841121"));
        }
        add(
                Question.EXPIRY,
                new Heard.Expiry(2027, 1),
                "januari tjugohundratjugosju",
                "01/27",
                "januari 2027",
                "noll ett tjugosju");
        add(
                Question.AMOUNT,
                new Amount(new BigDecimal("500")),
                "500 kronor",
                "femhundra kronor",
                "det var 500 kr",
                "femhundra",
                "500kr");
        add(
                Question.AMOUNT,
                new Amount(new BigDecimal("1234.50")),
                "1 234,50",
                "1 234,50 kr",
                "1.234,50 kronor");
        add(
                Question.AMOUNT,
                new Amount(new BigDecimal("100.30")),
                "hundra kronor och trettio öre",
                "100,30");
        add(Question.COUNTRY, new Country("46"), "Sverige", "plus 46", "fyrtiosex");
        add(Question.COUNTRY, new Country("1"), "USA", "Kanada");
        add(Question.COUNTRY, new Country("49"), "Tyskland", "det är Tyskland");
        add(
                Question.NUMBER,
                new Telephone("0701234567"),
                "070-123 45 67",
                "noll sju noll ett två tre fyra fem sex sju");
    }
}
