package io.vouchline.lookup.widget;

import io.vouchline.contract.lookup.Template;
import io.vouchline.contract.lookup.WidgetApi;
import io.vouchline.contract.lookup.WidgetApi.Button;
import io.vouchline.contract.lookup.WidgetApi.Header;
import io.vouchline.contract.lookup.WidgetApi.Row;
import io.vouchline.contract.lookup.WidgetApi.WidgetDefinition;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.problem.ProblemType;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a definition has to keep to. A refusal names the member at fault and repeats no value. */
final class DefinitionRules {

    private DefinitionRules() {}

    /**
     * Checks a definition as it came in: anything may be missing from it.
     *
     * @throws ProblemException 400, about the first member at fault
     */
    static void check(WidgetDefinition definition) {
        required("name", definition.name(), name -> TextRules.check(name, WidgetApi.LONGEST_NAME));
        optional("shown_if", definition.shownIf(), DefinitionRules::variable);
        header(present("header", definition.header()));
        List<Button> buttons = atMost(WidgetApi.MOST_BUTTONS, "buttons", definition.buttons());
        for (int i = 0; i < buttons.size(); i++) {
            button("buttons[" + i + "]", buttons.get(i));
        }
        List<Row> rows = atMost(WidgetApi.MOST_ROWS, "rows", definition.rows());
        for (int i = 0; i < rows.size(); i++) {
            row("rows[" + i + "]", rows.get(i));
        }
    }

    private static void header(Header header) {
        required("header.title", header.title(), shown(WidgetApi.LONGEST_TITLE));
        optional("header.action_label", header.actionLabel(), shown(WidgetApi.LONGEST_LABEL));
        optional("header.action_url", header.actionUrl(), UrlRules::check);
        if ((header.actionLabel() == null) != (header.actionUrl() == null)) {
            throw refusal("header", "has action_label and action_url, or neither");
        }
        if (header.autorun() && header.actionUrl() == null) {
            throw refusal("header.autorun", "needs an action_url");
        }
    }

    private static void button(String member, @Nullable Button given) {
        Button button = present(member, given);
        required(member + ".label", button.label(), shown(WidgetApi.LONGEST_LABEL));
        required(member + ".url", button.url(), UrlRules::check);
    }

    private static void row(String member, @Nullable Row given) {
        Row row = present(member, given);
        required(member + ".title", row.title(), shown(WidgetApi.LONGEST_VALUE));
        optional(member + ".label", row.label(), shown(WidgetApi.LONGEST_LABEL));
        optional(member + ".url", row.url(), UrlRules::check);
    }

    private static Consumer<String> shown(int longest) {
        return text -> {
            TextRules.check(text, longest);
            Template _ = Template.ofText(text);
        };
    }

    private static void variable(String name) {
        if (!Template.isName(name)) {
            throw new IllegalArgumentException("is not the name of a variable");
        }
    }

    private static <T> List<T> atMost(int most, String member, List<T> list) {
        if (list.size() > most) {
            throw refusal(member + "[" + most + "]", "is one too many");
        }
        return list;
    }

    private static <T> T present(String member, @Nullable T value) {
        if (value == null) {
            throw refusal(member, "is missing");
        }
        return value;
    }

    private static void required(String member, @Nullable String value, Consumer<String> rule) {
        try {
            rule.accept(present(member, value));
        } catch (IllegalArgumentException e) {
            throw refusal(member, e.getMessage());
        }
    }

    private static void optional(String member, @Nullable String value, Consumer<String> rule) {
        if (value != null) {
            required(member, value, rule);
        }
    }

    private static ProblemException refusal(String member, @Nullable String reason) {
        return ProblemType.MALFORMED.exception(member + " " + reason + ".");
    }
}
