package io.vouchline.gateway.utterance;

import io.vouchline.gateway.conversation.Heard;
import io.vouchline.gateway.conversation.Heard.Amount;
import io.vouchline.gateway.conversation.Heard.Country;
import io.vouchline.gateway.conversation.Heard.Digits;
import io.vouchline.gateway.conversation.Heard.Mode;
import io.vouchline.gateway.conversation.Heard.Part;
import io.vouchline.gateway.conversation.Heard.PartChosen;
import io.vouchline.gateway.conversation.Heard.Sign;
import io.vouchline.gateway.conversation.Heard.Telephone;
import io.vouchline.gateway.conversation.Heard.WayChosen;
import io.vouchline.gateway.conversation.Question;
import io.vouchline.gateway.conversation.Way;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** What callers say in English: sentences with something put in. */
final class EnglishPhrases {

    private static final List<String> DIGIT_NAMES =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
    private static final List<String> SMALL =
            List.of(
                    "",
                    "one",
                    "two",
                    "three",
                    "four",
                    "five",
                    "six",
                    "seven",
                    "eight",
                    "nine",
                    "ten",
                    "eleven",
                    "twelve",
                    "thirteen",
                    "fourteen",
                    "fifteen",
                    "sixteen",
                    "seventeen",
                    "eighteen",
                    "nineteen");
    private static final List<String> TENS =
            List.of(
                    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty",
                    "ninety");
    private static final List<String> MONTHS =
            List.of(
                    "January",
                    "February",
                    "March",
                    "April",
                    "May",
                    "June",
                    "July",
                    "August",
                    "September",
                    "October",
                    "November",
                    "December");
    private static final List<String> ORDINALS =
            List.of(
                    "",
                    "first",
                    "second",
                    "third",
                    "fourth",
                    "fifth",
                    "sixth",
                    "seventh",
                    "eighth",
                    "ninth",
                    "tenth",
                    "eleventh",
                    "twelfth",
                    "thirteenth",
                    "fourteenth",
                    "fifteenth",
                    "sixteenth",
                    "seventeenth",
                    "eighteenth",
                    "nineteenth",
                    "twentieth",
                    "twenty first",
                    "twenty second",
                    "twenty third",
                    "twenty fourth",
                    "twenty fifth",
                    "twenty sixth",
                    "twenty seventh",
                    "twenty eighth",
                    "twenty ninth",
                    "thirtieth",
                    "thirty first");

    private final Random random;
    private final List<Phrase> phrases = new ArrayList<>();

    private EnglishPhrases(long seed) {
        random = new Random(seed);
    }

    static List<Phrase> of(long seed) {
        EnglishPhrases english = new EnglishPhrases(seed);
        english.answers();
        english.customers();
        english.channels();
        english.codes();
        english.notReceived();
        english.refusals();
        english.signs();
        english.births();
        english.birthParts();
        english.expiries();
        english.amounts();
        english.modes();
        english.numbers();
        english.keys();
        english.nothings();
        return english.phrases.stream().distinct().toList();
    }

    private void add(Question question, Heard expected, String... texts) {
        for (String text : texts) {
            phrases.add(new Phrase("en", question, text, expected));
        }
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private void answers() {
        for (Question question : List.of(Question.NUMBER_RIGHT, Question.BIRTH_DATE_RIGHT)) {
            for (String tail : List.of("", ", it is", " that's right", ", thank you", " please")) {
                add(question, Sign.YES, "Yes" + tail, "yeah" + tail, "Yep" + tail);
            }
            for (String thing : List.of("right", "correct", "true", "perfect")) {
                add(question, Sign.YES, "that's " + thing, "That is " + thing + ".", thing);
                add(question, Sign.NO, "that's not " + thing, "no, that isn't " + thing);
            }
            add(question, Sign.YES, "sure is", "you got it", "absolutely", "uh huh", "yes it is");
            add(question, Sign.YES, "that's me", "Okay", "sounds good", "mm-hmm", "exactly right");
            for (String head : List.of("", "um ", "sorry, ", "oh ")) {
                add(question, Sign.NO, head + "no", head + "nope", head + "that's wrong");
                add(question, Sign.NO, head + "no, that's wrong", head + "no it's not");
            }
            add(question, Sign.NO, "no way", "not quite", "I don't think so", "incorrect");
            add(question, Sign.NO, "you got that wrong", "nah that's incorrect", "it is not");
        }
        add(Question.NUMBER_RIGHT, Sign.NO, "that's not my number", "no, it's 650 253 0001");
    }

    private void customers() {
        for (String verb : List.of("I have", "I've got", "yes I do have", "I hold")) {
            add(Question.CUSTOMER, Sign.YES, verb + " power of attorney");
            add(Question.CUSTOMER, Sign.YES, verb + " power of attorney for my mother");
            add(Question.CUSTOMER, Sign.YES, verb + " an account with you");
        }
        add(Question.CUSTOMER, Sign.YES, "yes", "yes I am a customer", "I'm a customer", "I am");
        add(Question.CUSTOMER, Sign.YES, "I bank with you", "sure am", "of course", "customer");
        add(Question.CUSTOMER, Sign.YES, "I'm not a customer but I have power of attorney");
        add(Question.CUSTOMER, Sign.YES, "no, I have power of attorney", "I'm a client of yours");
        add(Question.CUSTOMER, Sign.NO, "no", "I'm not", "neither", "I am not a customer");
        add(Question.CUSTOMER, Sign.NO, "no I'm not a customer", "I don't have power of attorney");
        add(Question.CUSTOMER, Sign.NO, "neither of those", "no, I'm not", "I don't", "not yet no");
    }

    private void channels() {
        Heard phone = new WayChosen(Way.PHONE);
        Heard email = new WayChosen(Way.EMAIL);
        for (String head : List.of("", "by ", "I'd prefer ", "send it by ", "can you do ", "uh ")) {
            for (String tail : List.of("", " please", " is fine", " would be great", " thanks")) {
                add(
                        Question.CHANNEL,
                        phone,
                        head + one("phone", "text", "Phone", "text message") + tail);
                add(Question.CHANNEL, phone, head + one("SMS", "cell phone", "mobile") + tail);
                add(Question.CHANNEL, email, head + one("email", "e-mail", "Email", "mail") + tail);
            }
        }
        add(Question.CHANNEL, phone, "text me", "call me", "to my phone", "the phone one", "1");
        add(
                Question.CHANNEL,
                email,
                "to my inbox",
                "email me",
                "my email address",
                "2",
                "option 2");
        add(
                Question.CHANNEL,
                Sign.NOTHING,
                "phone or email",
                "both",
                "either one",
                "yes",
                "not email");
        add(Question.CHANNEL, Sign.REFUSAL, "no", "no thanks", "nope", "neither", "no code please");
    }

    private String digits(int length) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < length; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private String spoken(String digits, String zero) {
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            char digit = digits.charAt(i);
            said.append(digit == '0' ? zero : DIGIT_NAMES.get(digit - '0')).append(' ');
        }
        return said.toString().strip();
    }

    private String inPairs(String digits) {
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < digits.length(); i += 2) {
            int pair = Integer.parseInt(digits.substring(i, i + 2));
            String tens = pair < 10 ? "oh " : "";
            said.append(pair < 10 ? tens + DIGIT_NAMES.get(pair) : below100(pair)).append(' ');
        }
        return said.toString().strip();
    }

    private static String below100(int value) {
        return value < 20
                ? SMALL.get(value)
                : (TENS.get(value / 10) + " " + SMALL.get(value % 10)).strip();
    }

    private void codes() {
        List<Function<String, String>> forms =
                List.of(
                        d -> d,
                        d -> String.join(" ", d.split("(?<=\\G..)", -1)).strip(),
                        d -> String.join("-", d.split("(?<=\\G.)", -1)),
                        d -> spoken(d, "zero"),
                        d -> spoken(d, "oh"),
                        this::inPairs,
                        d -> spoken(d, "nought").replace(" ", ", "));
        List<String> frames =
                List.of(
                        "%s",
                        "The code is %s",
                        "it's %s",
                        "It is %s.",
                        "okay so it's %s",
                        "my code is %s thanks",
                        "I got %s",
                        "that would be %s",
                        "um %s",
                        "yes, %s",
                        "it says %s",
                        "I think it's %s",
                        "alright here you go %s",
                        "the number you sent me is %s");
        for (String frame : frames) {
            for (Function<String, String> form : forms) {
                String six = digits(6);
                add(Question.CODE, new Digits(six), frame.formatted(form.apply(six)));
                String four = digits(4);
                add(Question.DEBIT_CARD, new Digits(four), frame.formatted(form.apply(four)));
            }
        }
        for (String frame :
                List.of("%s", "it's %s", "the last four are %s", "last four digits %s")) {
            add(
                    Question.DEBIT_CARD,
                    new Digits("4477"),
                    frame.formatted("double four double seven"));
            add(Question.DEBIT_CARD, new Digits("7771"), frame.formatted("triple seven one"));
            add(Question.DEBIT_CARD, new Digits("1234"), frame.formatted("twelve thirty four"));
            add(Question.DEBIT_CARD, new Digits("0012"), frame.formatted("double oh one two"));
            add(Question.DEBIT_CARD, new Digits("1900"), frame.formatted("nineteen hundred"));
        }
        for (String five : List.of("12345", "one two three four five", "12 34 5")) {
            add(Question.CODE, new Digits("12345"), five, "it's " + five, "the code is " + five);
        }
        add(
                Question.DEBIT_CARD,
                new Digits("1234"),
                "It's 1234",
                "it ends in 1234",
                "ends with 1234");
        add(Question.DEBIT_CARD, new Digits("1234"), "my debit card ends in one two three four");
    }

    private void notReceived() {
        for (String thing :
                List.of("it", "the code", "a code", "any text", "anything", "the email")) {
            add(
                    Question.CODE,
                    Sign.NOT_RECEIVED,
                    "I didn't get " + thing,
                    "I never received " + thing);
            add(Question.CODE, Sign.NOT_RECEIVED, "I haven't received " + thing + " yet");
            add(Question.CODE, Sign.NOT_RECEIVED, "sorry I have not gotten " + thing);
        }
        for (String thing : List.of("the code", "it", "the text", "the message")) {
            add(Question.CODE, Sign.NOT_RECEIVED, thing + " never arrived", thing + " hasn't come");
            add(Question.CODE, Sign.NOT_RECEIVED, "can you send " + thing + " again");
            add(Question.CODE, Sign.NOT_RECEIVED, "could you please resend " + thing);
            add(Question.CODE, Sign.NOT_RECEIVED, thing + " didn't come through");
        }
        add(Question.CODE, Sign.NOT_RECEIVED, "nothing arrived", "nothing came", "no text came");
        add(Question.CODE, Sign.NOT_RECEIVED, "send me another one", "I need a new code", "resend");
        add(
                Question.CODE,
                Sign.NOT_RECEIVED,
                "still nothing",
                "I don't have a code",
                "no code yet");
        add(Question.CODE, Sign.NOT_RECEIVED, "No, I didn't get it", "where is my code");
        add(
                Question.CODE,
                Sign.NOT_RECEIVED,
                "it didn't arrive",
                "there is no code",
                "nothing yet");
    }

    private void refusals() {
        List<Question> all =
                List.of(
                        Question.CHANNEL,
                        Question.CODE,
                        Question.BIRTH_DATE,
                        Question.DEBIT_CARD,
                        Question.EXPIRY,
                        Question.AMOUNT,
                        Question.PAYMENT_MODE,
                        Question.SECURITY_KEY,
                        Question.NUMBER,
                        Question.CUSTOMER);
        List<String> whole =
                List.of(
                        "I don't want to share",
                        "No, I don't want to share",
                        "I don't want to share the details",
                        "I don't want to tell you that",
                        "I'd rather not say",
                        "I would rather not",
                        "none of your business",
                        "that's none of your business",
                        "I'm not telling you",
                        "I refuse",
                        "I refuse to answer that",
                        "I won't give you that",
                        "I'm not going to tell you",
                        "I am not comfortable sharing that",
                        "I don't feel comfortable giving that out",
                        "that's private",
                        "that is confidential",
                        "I prefer not to say",
                        "I can't share that information",
                        "I'm not giving you my personal information",
                        "no I won't tell you",
                        "sorry but I do not want to give that",
                        "why do you need to know that",
                        "I'd prefer to keep that to myself",
                        "I'm not willing to share this",
                        "skip this question",
                        "no comment");
        for (String text : whole) {
            add(all.get(random.nextInt(all.size())), Sign.REFUSAL, text);
            add(all.get(random.nextInt(all.size())), Sign.REFUSAL, text);
            add(all.get(random.nextInt(all.size())), Sign.REFUSAL, "um, " + text);
        }
        add(Question.DEBIT_CARD, Sign.REFUSAL, "no", "no sorry", "no, thank you", "nope");
        add(Question.CODE, Sign.REFUSAL, "no", "no I won't", "I don't want to give you the code");
    }

    private void signs() {
        List<Question> all =
                List.of(
                        Question.CUSTOMER,
                        Question.CODE,
                        Question.BIRTH_DATE,
                        Question.AMOUNT,
                        Question.PAYMENT_MODE,
                        Question.CHANNEL,
                        Question.COUNTRY,
                        Question.EXPIRY,
                        Question.NUMBER_RIGHT);
        for (String who :
                List.of("a human", "an agent", "a person", "somebody", "a representative")) {
            for (String frame :
                    List.of(
                            "let me talk to %s",
                            "I want to speak to %s",
                            "can I speak with %s please",
                            "get me %s",
                            "I need %s",
                            "transfer me to %s")) {
                add(all.get(random.nextInt(all.size())), Sign.AGENT, frame.formatted(who));
            }
        }
        for (Question question : all) {
            add(
                    question,
                    Sign.AGENT,
                    one("agent", "representative please", "operator", "customer service"));
            add(
                    question,
                    Sign.AGENT,
                    one("I don't want to talk to a machine", "real person please"));
            add(
                    question,
                    Sign.REPEAT,
                    one("can you repeat that", "say that again please", "pardon?"));
            add(
                    question,
                    Sign.REPEAT,
                    one("what did you say", "sorry, I didn't catch that", "come again"));
            add(
                    question,
                    Sign.REPEAT,
                    one("repeat the question please", "I couldn't hear you", "what?"));
            add(
                    question,
                    Sign.WAIT,
                    one("hold on", "wait a second", "just a moment please", "one moment"));
            add(
                    question,
                    Sign.WAIT,
                    one("give me a minute", "hang on a sec", "let me check", "one second"));
            add(
                    question,
                    Sign.READY,
                    one("I'm ready", "okay I'm back", "go ahead", "I'm back now", "ready"));
        }
        add(Question.AMOUNT, Sign.REPEAT, "I didn't get that");
        add(Question.APPROVAL, Sign.READY, "ready", "I approved it", "done", "okay I did it");
        add(Question.APPROVAL, Sign.WAIT, "not yet", "hold on", "still waiting", "just a moment");
    }

    private String year(int year) {
        int rest = year % 100;
        if (year >= 2000 && year < 2010) {
            return "two thousand" + (rest == 0 ? "" : one(" ", " and ") + SMALL.get(rest));
        }
        String century = year >= 2000 ? "twenty" : "nineteen";
        return century
                + " "
                + (rest == 0 ? "hundred" : rest < 10 ? "oh " + SMALL.get(rest) : below100(rest));
    }

    private static String suffixed(int day) {
        String ending =
                day / 10 == 1
                        ? "th"
                        : switch (day % 10) {
                            case 1 -> "st";
                            case 2 -> "nd";
                            case 3 -> "rd";
                            default -> "th";
                        };
        return day + ending;
    }

    private void births() {
        for (int i = 0; i < 25; i++) {
            int y = 1930 + random.nextInt(80);
            int m = 1 + random.nextInt(12);
            int d = 1 + random.nextInt(28);
            Heard date = new Heard.Date(y, m, d);
            String month = MONTHS.get(m - 1);
            String frame =
                    one(
                            "%s",
                            "my birthday is %s",
                            "I was born on %s",
                            "it's %s",
                            "%s please",
                            "my date of birth is %s",
                            "that would be %s");
            add(
                    Question.BIRTH_DATE,
                    date,
                    frame.formatted(month + " " + ORDINALS.get(d) + " " + year(y)),
                    frame.formatted("the " + ORDINALS.get(d) + " of " + month + " " + year(y)),
                    frame.formatted(month + " " + d + ", " + y),
                    frame.formatted(d + " " + month + " " + y),
                    frame.formatted(suffixed(d) + " of " + month + " " + y),
                    frame.formatted(month.substring(0, 3) + " " + suffixed(d) + " " + y),
                    "%02d/%02d/%d".formatted(m, d, y),
                    "%d-%02d-%02d".formatted(y, m, d),
                    frame.formatted(below100(m) + " " + below100(d) + " " + year(y)),
                    frame.formatted(month + " " + below100(d) + " " + spoken("" + y, "zero")));
            if (y >= 1940 && y < 2000) {
                add(
                        Question.BIRTH_DATE,
                        date,
                        month + " " + suffixed(d) + " '" + "%02d".formatted(y % 100),
                        "%d/%d/%02d".formatted(m, d, y % 100));
            }
        }
    }

    private void birthParts() {
        for (int i = 0; i < 12; i++) {
            String month = MONTHS.get(i);
            add(
                    Question.BIRTH_MONTH,
                    new Heard.Date(null, i + 1, null),
                    month,
                    "in " + month,
                    "it's " + month,
                    "" + (i + 1),
                    below100(i + 1));
            int day = 1 + random.nextInt(31);
            add(
                    Question.BIRTH_DAY,
                    new Heard.Date(null, null, day),
                    "the " + ORDINALS.get(day),
                    suffixed(day),
                    "on the " + suffixed(day),
                    below100(day));
            int y = 1940 + random.nextInt(60);
            add(
                    Question.BIRTH_YEAR,
                    new Heard.Date(y, null, null),
                    year(y),
                    "" + y,
                    "in " + y,
                    below100(y % 100));
        }
        add(Question.BIRTH_DATE, new Heard.Date(null, 2, null), "february", "in February");
        add(Question.BIRTH_DATE, new Heard.Date(1995, 2, null), "February 1995", "in feb 1995");
        add(
                Question.BIRTH_DATE,
                new Heard.Date(null, 2, 3),
                "February third",
                "the third of February");
        add(Question.BIRTH_DATE, new Heard.Date(null, null, 3), "the third");
        add(Question.BIRTH_DATE, new Heard.Date(1995, null, null), "1995", "nineteen ninety five");
        add(Question.BIRTH_DATE, new Heard.Date(2001, 2, 30), "February 30, 2001");
    }

    private void expiries() {
        for (int i = 0; i < 14; i++) {
            int y = 2025 + random.nextInt(10);
            int m = 1 + random.nextInt(12);
            Heard expiry = new Heard.Expiry(y, m);
            String month = MONTHS.get(m - 1);
            String frame =
                    one(
                            "%s",
                            "it expires %s",
                            "expires in %s",
                            "it's %s",
                            "valid until %s",
                            "%s I believe");
            add(
                    Question.EXPIRY,
                    expiry,
                    frame.formatted(month + " " + year(y)),
                    frame.formatted(month + " " + y),
                    frame.formatted("%02d/%02d".formatted(m, y % 100)),
                    frame.formatted("%02d/%d".formatted(m, y)),
                    frame.formatted(below100(m) + " " + below100(y % 100)),
                    frame.formatted(below100(m) + " " + year(y)),
                    frame.formatted(
                            "oh".repeat(m < 10 ? 1 : 0)
                                    + " "
                                    + below100(m)
                                    + " "
                                    + below100(y % 100)),
                    frame.formatted(month + " of " + y),
                    "%02d%02d".formatted(m, y % 100));
        }
        add(
                Question.EXPIRY_MONTH,
                new Heard.Expiry(null, 1),
                "January",
                "one",
                "01",
                "it's January");
        add(
                Question.EXPIRY_YEAR,
                new Heard.Expiry(2027, null),
                "27",
                "2027",
                "twenty twenty seven",
                "in 2027");
        add(Question.EXPIRY, new Heard.Expiry(2027, 13), "13/27");
        add(
                Question.EXPIRY_CHANGE,
                new PartChosen(Part.MONTH),
                "the month",
                "the month is wrong",
                "month please");
        add(
                Question.EXPIRY_CHANGE,
                new PartChosen(Part.YEAR),
                "the year",
                "change the year",
                "just the year");
        add(
                Question.EXPIRY_CHANGE,
                new PartChosen(Part.WHOLE),
                "the whole thing",
                "the whole date",
                "everything",
                "both");
    }

    private String words(int value) {
        StringBuilder said = new StringBuilder();
        if (value >= 1000) {
            said.append(below100(value / 1000)).append(" thousand ");
        }
        if (value % 1000 >= 100) {
            said.append(SMALL.get(value % 1000 / 100)).append(" hundred ");
        }
        if (value % 100 > 0) {
            said.append(value >= 100 ? one("and ", "") : "").append(below100(value % 100));
        }
        return said.toString().strip();
    }

    private void amounts() {
        for (int i = 0; i < 18; i++) {
            int whole = i < 6 ? 1 + random.nextInt(99) : 100 + random.nextInt(9000);
            int cents = 10 + random.nextInt(90);
            BigDecimal exact = new BigDecimal(whole + "." + cents);
            String frame =
                    one(
                            "%s",
                            "it was %s",
                            "about %s",
                            "I spent %s",
                            "I think it was %s",
                            "the amount was %s",
                            "%s at the grocery store");
            add(
                    Question.AMOUNT,
                    new Amount(new BigDecimal(whole)),
                    frame.formatted("" + whole),
                    frame.formatted(whole + " dollars"),
                    frame.formatted("$" + whole),
                    frame.formatted(words(whole)),
                    frame.formatted(words(whole) + " dollars"));
            add(
                    Question.AMOUNT,
                    new Amount(exact),
                    frame.formatted("$" + exact),
                    frame.formatted(exact + " dollars"),
                    frame.formatted(words(whole) + " dollars and " + below100(cents) + " cents"),
                    frame.formatted(whole + " dollars " + cents + " cents"),
                    frame.formatted(words(whole) + " dollars " + below100(cents)),
                    frame.formatted(words(whole) + " point " + spoken("" + cents, "zero")));
            if (whole >= 1000) {
                add(Question.AMOUNT, new Amount(exact), "%,d.%d".formatted(whole, cents));
            }
        }
        add(
                Question.AMOUNT,
                new Amount(new BigDecimal("100.30")),
                "a hundred dollars and thirty cents",
                "100.30");
        add(
                Question.AMOUNT,
                new Amount(new BigDecimal("500")),
                "It was 500 dollars",
                "500 bucks",
                "500 USD");
        add(Question.AMOUNT, new Amount(new BigDecimal("0.99")), "99 cents", "ninety nine cents");
        add(
                Question.AMOUNT,
                new Amount(new BigDecimal("1500")),
                "fifteen hundred",
                "fifteen hundred dollars");
    }

    private void modes() {
        String[][] modes = {
            {"mobile", "mobile", "my mobile", "mobile app", "phone"},
            {"upi", "UPI", "U P I"},
            {"online", "online", "online banking", "on the website", "internet banking"},
            {"debit", "debit", "debit card", "my debit card"},
            {"credit", "credit", "credit card", "a credit card"},
            {"account", "account", "bank account", "bank transfer", "my checking account"}
        };
        for (String[] mode : modes) {
            for (int i = 1; i < mode.length; i++) {
                for (String frame :
                        List.of(
                                "%s",
                                "I paid with %s", "by %s", "I used %s", "it was %s I think")) {
                    add(Question.PAYMENT_MODE, new Mode(mode[0]), frame.formatted(mode[i]));
                }
            }
        }
        add(
                Question.PAYMENT_MODE,
                Sign.NOTHING,
                "cash",
                "debit or credit",
                "I don't remember",
                "a check");
    }

    private void numbers() {
        String[][] countries = {
            {"1", "United States", "the US", "USA", "America", "Canada"},
            {"46", "Sweden"},
            {"44", "the United Kingdom", "England", "UK"},
            {"49", "Germany"},
            {"91", "India"},
            {"52", "Mexico"},
            {"353", "Ireland"},
            {"61", "Australia"},
            {"33", "France"},
            {"47", "Norway"}
        };
        for (String[] country : countries) {
            for (int i = 1; i < country.length; i++) {
                for (String frame :
                        List.of("%s", "it's %s", "I'm in %s", "it's a number from %s")) {
                    add(Question.COUNTRY, new Country(country[0]), frame.formatted(country[i]));
                }
            }
            add(
                    Question.COUNTRY,
                    new Country(country[0]),
                    "plus " + country[0],
                    "+" + country[0],
                    country[0],
                    "plus " + spoken(country[0], "zero"),
                    "the code is " + country[0]);
        }
        for (int i = 0; i < 12; i++) {
            String local = "650253" + digits(4);
            String dashed =
                    local.substring(0, 3) + "-" + local.substring(3, 6) + "-" + local.substring(6);
            String frame =
                    one(
                            "%s",
                            "my number is %s",
                            "it's %s",
                            "sure, it's %s",
                            "you can reach me at %s");
            add(
                    Question.NUMBER,
                    new Telephone(local),
                    frame.formatted(local),
                    frame.formatted(dashed),
                    frame.formatted("(" + dashed.replaceFirst("-", ") ")),
                    frame.formatted(spoken(local, "oh")),
                    frame.formatted(spoken(local, "zero")));
            add(
                    Question.COUNTRY,
                    new Telephone("+1" + local),
                    "+1 " + local,
                    "plus one " + spoken(local, "zero"));
        }
        add(
                Question.NUMBER,
                new Telephone("8005551212"),
                "eight hundred five five five one two one two");
        add(Question.COUNTRY, new Telephone("+16502530000"), "United States, 650 253 0000");
    }

    private void keys() {
        for (String frame :
                List.of(
                        "%s",
                        "it's %s",
                        "the key is %s",
                        "my app says %s",
                        "the app shows %s",
                        "security key %s")) {
            add(
                    Question.SECURITY_KEY,
                    new Digits("232425"),
                    frame.formatted("232425"),
                    frame.formatted("23 24 25"),
                    frame.formatted("twenty three twenty four twenty five"),
                    frame.formatted("two three two four two five"));
        }
        for (String text :
                List.of(
                        "send it to my app",
                        "app",
                        "use the app",
                        "send a push notification",
                        "push notification",
                        "can you send it to my banking app",
                        "the app please")) {
            add(Question.SECURITY_KEY, Sign.APP, text);
        }
    }

    private void nothings() {
        add(
                Question.CODE,
                Sign.NOTHING,
                "I don't know",
                "123457 or 123475",
                "what a lovely day",
                "not 123457");
        add(
                Question.DEBIT_CARD,
                Sign.NOTHING,
                "I don't remember",
                "1234 or maybe 1235",
                "it is a blue card");
        add(
                Question.AMOUNT,
                Sign.NOTHING,
                "twelve fifty",
                "I forgot",
                "between 400 and 500",
                "I have no idea");
        add(Question.BIRTH_DATE, Sign.NOTHING, "I don't know", "February or March", "long ago");
        add(Question.NUMBER_RIGHT, Sign.NOTHING, "I'm not sure", "maybe", "the weather is nice");
        add(Question.COUNTRY, Sign.NOTHING, "Sweden or Norway", "somewhere", "I don't know");
    }
}
