package io.vouchline.lookup.widget;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.contract.lookup.WidgetApi.Button;
import io.vouchline.contract.lookup.WidgetApi.Header;
import io.vouchline.contract.lookup.WidgetApi.Row;
import io.vouchline.contract.lookup.WidgetApi.WidgetDefinition;
import io.vouchline.contract.problem.Problem;
import io.vouchline.contract.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionRulesTest {

    private static final String URL = "https://crm.example.com/{accountNumber}";
    private static final Header HEADER = new Header("Customer", "Open", URL, true);
    private static final Button BUTTON = new Button("Create ticket", URL);
    private static final Row ROW = new Row("{customerInfo.customer.name}", "Name", null);

    @Test
    void asManyButtonsAndRowsAsAllowedAreAccepted() {
        assertAccepted(
                definition(
                        "n", HEADER, Collections.nCopies(3, BUTTON), Collections.nCopies(5, ROW)));
        assertAccepted(definition("n", HEADER, List.of(), List.of()));
        assertAccepted(definition("n", HEADER, null, null));
    }

    @Test
    void oneMoreIsRefused() {
        assertRefused(
                "buttons[3]", definition("n", HEADER, Collections.nCopies(4, BUTTON), List.of()));
        assertRefused("rows[5]", definition("n", HEADER, List.of(), Collections.nCopies(6, ROW)));
    }

    @Test
    void theMemberAtFaultIsNamedByItsPlace() {
        assertRefused("buttons[2].url", buttons(BUTTON, BUTTON, new Button("x", "javascript:x")));
        assertRefused("buttons[1].label", buttons(BUTTON, new Button(null, URL)));
        assertRefused("buttons[0].url", buttons(new Button("x", null)));
        assertRefused("buttons[1]", buttons(BUTTON, null));
        assertRefused("rows[1].title", rows(ROW, new Row("", null, null)));
        assertRefused("rows[0].title", rows(new Row(null, null, null)));
        assertRefused("rows[0].label", rows(new Row("x", " ", null)));
        assertRefused("rows[0].url", rows(new Row("x", null, "//evil.example")));
        assertRefused("rows[0]", rows((Row) null));
    }

    @Test
    void aHeaderHasLabelAndUrlOrNeither() {
        assertAccepted(header(new Header("t", null, null, false)));
        assertAccepted(header(new Header("t", null, null, null)));
        assertAccepted(header(new Header("t", "Open", URL, false)));
        assertRefused("header", header(new Header("t", "Open", null, false)));
        assertRefused("header", header(new Header("t", null, URL, false)));
        assertRefused("header.autorun", header(new Header("t", null, null, true)));
        assertRefused("header.title", header(new Header(null, null, null, false)));
        assertRefused("header", header(null));
    }

    @Test
    void lengthsEndWhereTheyShould() {
        assertAccepted(definition("n".repeat(100), HEADER, null, null));
        assertRefused("name", definition("n".repeat(101), HEADER, null, null));
        assertRefused("name", definition(null, HEADER, null, null));
        assertAccepted(header(new Header("t".repeat(100), "l".repeat(50), URL, false)));
        assertRefused("header.title", header(new Header("t".repeat(101), null, null, false)));
        assertRefused("header.action_label", header(new Header("t", "l".repeat(51), URL, false)));
        assertAccepted(buttons(new Button("l".repeat(50), URL)));
        assertRefused("buttons[0].label", buttons(new Button("l".repeat(51), URL)));
        assertAccepted(rows(new Row("t".repeat(200), "l".repeat(50), URL)));
        assertRefused("rows[0].title", rows(new Row("t".repeat(201), null, null)));
        assertRefused("rows[0].label", rows(new Row("t", "l".repeat(51), null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t",
                "a\nb",
                "a\u0000b",
                "a\u007F",
                "a\u0085b",
                "a\u2028b",
                "a\u202Eb",
                "a\u202Ab",
                "a\u2066b",
                "a\u2069b",
                "\uD800",
                "{a",
                "a}",
                "{1}",
                "{}"
            })
    void aTextIsRefused(String text) {
        assertRefused("header.title", header(new Header(text, null, null, false)));
        assertRefused("rows[0].title", rows(new Row(text, null, null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "100 %",
                "{a} %b%",
                "Kundkort åäö",
                "\uD83D\uDE00",
                "שלום",
                "\u200Fא",
                "a  b"
            })
    void aTextIsAccepted(String text) {
        assertAccepted(header(new Header(text, null, null, false)));
        assertAccepted(rows(new Row(text, null, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{accountNumber}", "%accountNumber%", "a b", "1a", "a,b"})
    void shownIfIsTheBareNameOfOneVariable(String name) {
        assertRefused("shown_if", shownIf(name));
        assertAccepted(shownIf("customerInfo.customer.name"));
        assertAccepted(shownIf(null));
    }

    @Test
    void theSystemsWidgetsKeepTheRules() {
        assertEquals(1, SystemWidgets.all().size());
        SystemWidgets.all().forEach(widget -> assertAccepted(widget.definition()));
    }

    private static void assertAccepted(WidgetDefinition definition) {
        assertDoesNotThrow(() -> DefinitionRules.check(definition));
    }

    private static void assertRefused(String member, WidgetDefinition definition) {
        Problem problem =
                assertThrows(ProblemException.class, () -> DefinitionRules.check(definition))
                        .problem();
        assertEquals(400, problem.status());
        assertTrue(problem.detail().startsWith(member + " "), problem.detail());
    }

    private static WidgetDefinition shownIf(String variable) {
        return new WidgetDefinition("n", variable, HEADER, null, null);
    }

    private static WidgetDefinition header(Header header) {
        return definition("n", header, null, null);
    }

    private static WidgetDefinition buttons(Button... buttons) {
        return definition("n", HEADER, new ArrayList<>(java.util.Arrays.asList(buttons)), null);
    }

    private static WidgetDefinition rows(Row... rows) {
        return definition("n", HEADER, null, new ArrayList<>(java.util.Arrays.asList(rows)));
    }

    private static WidgetDefinition definition(
            String name, Header header, List<Button> buttons, List<Row> rows) {
        return new WidgetDefinition(name, null, header, buttons, rows);
    }
}
