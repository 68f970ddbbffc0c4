package io.vouchline.contract.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {caller}                       | caller
                    %caller%                       | caller
                    {B-NUMBER}-%C-NUMBER%          | B-NUMBER,C-NUMBER
                    {system.caller}                | system.caller
                    {customerInfo.customer.name}   | customerInfo.customer.name
                    %customerInfo.customer.name%   | customerInfo.customer.name
                    {accounts.0.last_four}         | accounts.0.last_four
                    {a}{a}%b%                      | a,b
                    %a%%b%                         | a,b
                    static                         | ''
                    100%                           | ''
                    %                              | ''
                    %%                             | ''
                    50%_off%                       | ''
                    5%1a%                          | ''
                    %AB%CD                         | AB
                    %{a}%                          | a
                    """)
    void theVariablesOfATextAreFound(String text, String names) {
        assertEquals(names(names), Template.ofText(text).variables());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{", "}", "{}", "{a", "a}", "{{a}}", "{a}}", "{1a}", "{ a}", "{a b}", "{a,b}",
                "{å}", "{%a%}", "{a}{"
            })
    void aBraceThatBelongsToNoVariableIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Template.ofText(text));
        assertThrows(IllegalArgumentException.class, () -> Template.ofUrl(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ?a={accountNumber}             | accountNumber
                    ?a=%accountNumber%             | accountNumber
                    ?a=%accountNumber%&b=%caller%  | accountNumber,caller
                    /%caller%                      | caller
                    /%caller%/%20                  | caller
                    /%caller%%20                   | caller
                    /%20%caller%                   | caller
                    /%C3%A9%caller%                | caller
                    /%C3%A9%accountNumber%         | accountNumber
                    /%name%20                      | name
                    ?tel=%2B%caller%               | caller
                    /%B-NUMBER%                    | B-NUMBER
                    /%ab%                          | -
                    /{ab}                          | ab
                    /a%20b%20c                     | ''
                    /%41b%42                       | ''
                    /%AB%CD                        | ''
                    /%ab%cd%ef                     | ''
                    /%C3%A9t%C3%A9                 | ''
                    /%c3%a9t%c3%a9                 | ''
                    /%E2%82%ACprice%20             | ''
                    /%F0%9F%98%80smile%20          | ''
                    /%E9t                          | ''
                    /%E9                           | ''
                    /%2520                         | ''
                    """)
    void anEncodedByteOfAUrlIsNoVariable(String url, String names) {
        if (names.equals("-")) {
            assertThrows(IllegalArgumentException.class, () -> Template.ofUrl(url));
        } else {
            assertEquals(names(names), Template.ofUrl(url).variables());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%caller%20", "/%E9t%E9", "/%accountNumber%41", "/%abc%de%"})
    void aPercentSignOfAUrlThatCouldBeMeantEitherWayIsRefused(String url) {
        assertThrows(IllegalArgumentException.class, () -> Template.ofUrl(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/100%", "/%", "/%%", "/%2", "/%zz", "/%2{n}", "/%{n}", "/%1a%", "/%a b%"})
    void aPercentSignOfAUrlThatIsNeitherIsRefused(String url) {
        assertThrows(IllegalArgumentException.class, () -> Template.ofUrl(url));
    }

    @Test
    void aNameHas64CharactersAtMost() {
        String longest = "a".repeat(64);
        assertTrue(Template.isName(longest));
        assertFalse(Template.isName(longest + "a"));
        assertEquals(Set.of(longest), Template.ofText("{" + longest + "}").variables());
        assertThrows(IllegalArgumentException.class, () -> Template.ofText("{" + longest + "a}"));
        assertEquals(Set.of(), Template.ofText("%" + longest + "a%").variables());
        assertThrows(IllegalArgumentException.class, () -> Template.ofUrl("%" + longest + "a%"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "_a", ".a", "a b", "{a}", "%a%", "a\n", "å"})
    void aNameIsALetterAndWhatMayFollow(String name) {
        assertFalse(Template.isName(name));
    }

    @Test
    void valuesTakeTheVariablesPlaces() {
        assertEquals(
                "Call of +46 <b> on 5%",
                Template.ofText("Call of {caller} on 5%").fill(name -> "+46 <b>"));
    }

    @Test
    void valuesInAUrlCannotLeaveTheirPlace() {
        assertEquals(
                "https://x.example/%20/a%2Fb%3Fc%23d%26%25%20%2B%C3%A9?q=a%2Fb%3Fc%23d%26%25%20%2B%C3%A9",
                Template.ofUrl("https://x.example/%20/{p}?q=%q%").fill(name -> "a/b?c#d&% +é"));
    }

    @Test
    void aRefusalRepeatsNothing() {
        String reason =
                assertThrows(IllegalArgumentException.class, () -> Template.ofUrl("/%verysecret"))
                        .getMessage();
        assertFalse(reason.contains("secret"));
    }

    @Test
    void aLongTextIsReadWithoutDeepRecursion() {
        assertEquals(5_000, Template.ofText("%".repeat(5_000)).fill(name -> "").length());
        assertEquals(30_000, Template.ofUrl("%41".repeat(10_000)).fill(name -> "").length());
    }

    private static Set<String> names(String list) {
        return Arrays.stream(list.split(",", -1))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
