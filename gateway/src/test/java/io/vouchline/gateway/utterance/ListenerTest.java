package io.vouchline.gateway.utterance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vouchline.gateway.conversation.Heard.Sign;
import io.vouchline.gateway.conversation.Question;
import io.vouchline.gateway.conversation.Turn;
import io.vouchline.gateway.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ListenerTest {

    @ParameterizedTest
    @EnumSource(Question.class)
    void whatThePlatformTellsIsTakenAsItIs(Question question) {
        assertEquals(Sign.SILENCE, heard(Turn.Kind.NO_INPUT, question));
        assertEquals(Sign.NOTHING, heard(Turn.Kind.NO_MATCH, question));
        assertEquals(Sign.AGENT, heard(Turn.Kind.AGENT, question));
        assertEquals(Sign.HANGUP, heard(Turn.Kind.HANGUP, question));
    }

    private static Object heard(Turn.Kind kind, Question question) {
        return Listener.heard(new Turn(kind, "yes 1234"), question, 6, Language.of("en"), "US");
    }

    @Test
    void moreThan512CharactersMeanNothing() {
        assertEquals("YES", Told.speech(Question.NUMBER_RIGHT, "yes" + " ".repeat(509), "US"));
        assertEquals("NOTHING", Told.speech(Question.NUMBER_RIGHT, "yes" + " ".repeat(510), "US"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no, I don't want to share                  | REFUSAL",
                "No I do not want to share that             | REFUSAL",
                "no                                         | NO",
                "no that's wrong                            | NO",
                "that's not wrong                           | YES",
                "it is not, no                              | NO",
                "not right                                  | NO",
                "yes, that's not right                      | NOTHING",
                "no yes                                     | NOTHING",
                "I'm not sure                               | NOTHING",
                "I don't know                               | NOTHING",
                "okay, no                                   | NO",
                "okay                                       | YES",
                "yes hold on                                | YES",
                "hold on                                    | WAIT",
                "yes but get me an agent                    | AGENT",
                "1                                          | YES",
                "2                                          | NO",
                "3                                          | NOTHING",
                "no, it's 650 253 0000                      | NO",
                "ｙｅｓ                                       | YES",
                "YES!!!                                     | YES",
                "No problem                                 | YES"
            })
    void yesAndNoAreToldApart(String text, String heard) {
        assertEquals(heard, Told.speech(Question.NUMBER_RIGHT, text, "US"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I have power of attorney                           | YES",
                "no, but I have power of attorney                   | YES",
                "I'm not a customer                                 | NO",
                "I'm not a customer and I don't have power of attorney | NO",
                "no power of attorney                               | NOTHING",
                "neither                                            | NO"
            })
    void powerOfAttorneyIsAYes(String text, String heard) {
        assertEquals(heard, Told.speech(Question.CUSTOMER, text, "US"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CHANNEL      | no                           | REFUSAL",
                "CHANNEL      | No, I don't want to share    | REFUSAL",
                "CHANNEL      | I won't give you my email    | REFUSAL",
                "CHANNEL      | no email                     | NOTHING",
                "CHANNEL      | email or phone               | NOTHING",
                "CHANNEL      | I want to talk to someone on the phone | AGENT",
                "CHANNEL      | 1                            | PHONE",
                "CHANNEL      | 2                            | EMAIL",
                "CODE         | no                           | REFUSAL",
                "CODE         | yes                          | NOTHING",
                "CODE         | I didn't get it              | NOT_RECEIVED",
                "CODE         | no, I don't have one         | NOT_RECEIVED",
                "CODE         | I don't know                 | NOTHING",
                "CODE         | The code is 123457           | 123457",
                "CODE         | one moment                   | WAIT",
                "CODE         | 123457 or 123475             | NOTHING",
                "CODE         | it's 123457, I repeat, 123457 | 123457",
                "CODE         | not 123457                   | NOTHING",
                "CODE         | no, it's 123457              | 123457",
                "CODE         | I didn't get it 123457       | NOTHING",
                "CODE         | send it to 6502530000        | NOTHING",
                "CODE         | the last two digits are 57   | NOTHING",
                "CODE         | 123457a                      | NOTHING",
                "CODE         | 0x123457                     | NOTHING",
                "CODE         | oh, it's 123457              | 123457",
                "DEBIT_CARD   | the last four digits are 1234 | 1234",
                "DEBIT_CARD   | no agent, it's 1234          | NOTHING",
                "DEBIT_CARD   | I don't want to share 1234   | NOTHING",
                "DEBIT_CARD   | I don't remember             | NOTHING",
                "DEBIT_CARD   | twelve hundred               | 1200",
                "DEBIT_CARD   | 4242 4242 4242 1234          | 4242424242421234",
                "DEBIT_CARD   | my dog is 7                  | NOTHING",
                "SECURITY_KEY | send it to my app            | APP",
                "SECURITY_KEY | my app says 23 24 25         | 232425",
                "SECURITY_KEY | not the app                  | NOTHING",
                "APPROVAL     | yes                          | READY_OR_YES",
                "APPROVAL     | not yet                      | WAIT",
                "APPROVAL     | ready                        | READY",
                "AMOUNT       | I don't want to share the details | REFUSAL",
                "AMOUNT       | I didn't get that            | REPEAT",
                "PAYMENT_MODE | debit or credit              | NOTHING",
                "PAYMENT_MODE | 4                            | debit",
                "PAYMENT_MODE | not credit                   | NOTHING",
                "EXPIRY_CHANGE | month and year              | WHOLE",
                "EXPIRY_CHANGE | 2                           | MONTH",
                "BIRTH_DATE   | none of your business        | REFUSAL",
                "COUNTRY      | no                           | REFUSAL",
                "COUNTRY      | may I speak to a person      | AGENT"
            })
    void whatIsSaidIsReadByTheQuestion(Question question, String text, String heard) {
        String told = Told.speech(question, text, "US");
        assertEquals(heard.replace("READY_OR_YES", "YES"), told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "US | February 3, 1995              | 1995-2-3",
                "US | 3rd of February 1995          | 1995-2-3",
                "US | february third nineteen ninety five | 1995-2-3",
                "US | 02/03/1995                    | 1995-2-3",
                "GB | 02/03/1995                    | 1995-3-2",
                "SE | 1995-02-03                    | 1995-2-3",
                "US | 1995-02-03                    | 1995-2-3",
                "US | 25/12/1995                    | 1995-12-25",
                "GB | 12/25/1995                    | 1995-12-25",
                "US | 02031995                      | 1995-2-3",
                "GB | 03021995                      | 1995-2-3",
                "SE | 19950203                      | 1995-2-3",
                "SE | 950203                        | 1995-2-3",
                "US | February 30 2001              | 2001-2-30",
                "US | 02302001                      | 2001-2-30",
                "US | February 29, 1900             | 1900-2-29",
                "US | february nineteen ninety five | 1995-2-?",
                "US | february nineteenth ninety five | 1995-2-19",
                "US | nineteen february ninety five | 1995-2-19",
                "US | february twenty one           | ?-2-21",
                "US | 2/3/26                        | 2026-2-3",
                "US | 2/3/27                        | 1927-2-3",
                "US | 2/3/00                        | 2000-2-3",
                "US | the third                     | ?-?-3",
                "US | 1995                          | 1995-?-?",
                "US | 3                             | NOTHING",
                "US | february or march             | NOTHING",
                "US | february 3 1995 or 1996       | NOTHING",
                "US | 13/32/1995                    | NOTHING",
                "US | 99999999                      | NOTHING",
                "US | 31 31 31 31                   | NOTHING"
            })
    void datesOfBirthAreReadByTheRegion(String region, String text, String heard) {
        assertEquals(heard, Told.speech(Question.BIRTH_DATE, text, region));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "01/27                     | 2027-1",
                "1/2027                    | 2027-1",
                "january twenty twenty seven | 2027-1",
                "january twenty seven      | 2027-1",
                "one twenty seven          | 2027-1",
                "twelve twenty eight       | 2028-12",
                "0127                      | 2027-1",
                "012027                    | 2027-1",
                "13/27                     | 2027-13",
                "2027                      | 2027-?",
                "January                   | ?-1",
                "2027-01                   | 2027-1",
                "127                       | NOTHING",
                "soon                      | NOTHING"
            })
    void expiriesAreMonthAndYear(String text, String heard) {
        assertEquals(heard, Told.speech(Question.EXPIRY, text, "US"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500                       | 500",
                "$1,234.56                 | 1234.56",
                "1.234,56                  | 1234.56",
                "1,234                     | 1234",
                "1.234                     | NOTHING",
                "1,234,567                 | 1234567",
                "12,34,567                 | NOTHING",
                "100.3                     | 100.3",
                "100,30                    | 100.30",
                "a hundred dollars and thirty cents | 100.30",
                "one hundred point three zero | 100.30",
                "twelve fifty              | NOTHING",
                "twelve dollars fifty      | 12.50",
                "nine ninety nine          | NOTHING",
                "one zero zero             | 100",
                "ninety nine cents         | 0.99",
                "150 cents                 | NOTHING",
                "zero                      | 0",
                "five hundred and fifty    | 550",
                "two thousand five hundred and ten dollars | 2510",
                "400 and 500               | NOTHING",
                "minus                     | NOTHING",
                "it was -500               | NOTHING",
                "500 dollars 5             | NOTHING",
                "3 shirts for 500          | NOTHING",
                "500 dollars for 30 shirts | NOTHING",
                "uh 500 dollars at the shop I think | 500",
                "99999999999999            | NOTHING"
            })
    void amountsThatCanBeReadTwoWaysAreNone(String text, String heard) {
        assertEquals(heard, Told.speech(Question.AMOUNT, text, "US"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COUNTRY | +1 6502530000                     | +16502530000",
                "COUNTRY | +0080000000000                    | +0080000000000",
                "COUNTRY | plus one                          | code 1",
                "COUNTRY | 1                                 | code 1",
                "COUNTRY | 46                                | code 46",
                "COUNTRY | 999                               | 999",
                "COUNTRY | united states                     | code 1",
                "COUNTRY | the usa, canada                   | code 1",
                "COUNTRY | Sweden or Norway                  | NOTHING",
                "COUNTRY | Guinea-Bissau                     | code 245",
                "COUNTRY | Sweden 070 123 45 67              | +46701234567",
                "COUNTRY | Sweden, plus 46                   | code 46",
                "NUMBER  | 0046 70 123 45 67                 | +46701234567",
                "NUMBER  | (650) 253-0000                    | 6502530000",
                "NUMBER  | six five oh two five three double oh double oh | 6502530000",
                "NUMBER  | eight hundred five five five one two one two | 8005551212",
                "NUMBER  | 650 253 0000 extension 5          | NOTHING"
            })
    void numbersAndCountriesAreTold(Question question, String text, String heard) {
        assertEquals(heard, Told.speech(question, text, "US"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NUMBER_RIGHT | 1          | YES",
                "NUMBER_RIGHT | 2#         | NO",
                "NUMBER_RIGHT | 3          | NOTHING",
                "CHANNEL      | 2          | EMAIL",
                "PAYMENT_MODE | 6          | account",
                "PAYMENT_MODE | 7          | NOTHING",
                "EXPIRY_CHANGE | 3         | YEAR",
                "APPROVAL     | 1          | READY",
                "CODE         | 123457#    | 123457",
                "CODE         | 12         | 12",
                "CODE         | 12*34      | NOTHING",
                "CODE         | #          | NOTHING",
                "CODE         | ''         | NOTHING",
                "AMOUNT       | 100*30#    | 100.30",
                "AMOUNT       | 100*301    | NOTHING",
                "AMOUNT       | 500        | 500",
                "COUNTRY      | 46         | code 46",
                "COUNTRY      | 0046       | code 46",
                "COUNTRY      | 16502530000 | 16502530000",
                "NUMBER       | 004670123  | +4670123",
                "BIRTH_DATE   | 02031995#  | 1995-2-3",
                "BIRTH_MONTH  | 02         | ?-2-?",
                "BIRTH_MONTH  | 13         | ?-13-?",
                "BIRTH_DAY    | 31         | ?-?-31",
                "BIRTH_YEAR   | 95         | 1995-?-?",
                "EXPIRY       | 0127       | 2027-1",
                "EXPIRY       | 012027     | 2027-1",
                "EXPIRY_MONTH | 1          | ?-1",
                "EXPIRY_YEAR  | 27         | 2027-?"
            })
    void keysAreReadByTheQuestion(Question question, String keys, String heard) {
        assertEquals(heard, Told.keys(question, keys, "US"));
    }
}
