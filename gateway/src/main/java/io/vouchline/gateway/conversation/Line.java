package io.vouchline.gateway.conversation;

import java.util.Map;

/**
 * Something to be said.
 *
 * @param values what is put in: {@code last_four} and {@code match} are digits to be said one by
 *     one, {@code length} is a count, {@code number} is a telephone number in E.164 form, {@code
 *     date} is a date such as 1995-02-03, {@code month} a month such as 2027-01
 */
public record Line(Prompt prompt, Map<String, String> values) {

    public static Line of(Prompt prompt) {
        return new Line(prompt, Map.of());
    }

    public static Line of(Prompt prompt, String name, Object value) {
        return new Line(prompt, Map.of(name, value.toString()));
    }

    @Override
    public String toString() {
        return "Line[" + prompt + "]";
    }
}
