package io.vouchline.lookup.widget;

import io.vouchline.contract.lookup.WidgetApi.Header;
import io.vouchline.contract.lookup.WidgetApi.Origin;
import io.vouchline.contract.lookup.WidgetApi.Row;
import io.vouchline.contract.lookup.WidgetApi.Widget;
import io.vouchline.contract.lookup.WidgetApi.WidgetDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The built-in widgets, the same for every tenant; none is in the database. */
final class SystemWidgets {

    private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");

    private static final Widget CALLER_VERIFICATION =
            new Widget(
                    UUID.fromString("6b1d3f0a-52c7-4e0e-9a3c-0c1f5a7d2e41"),
                    Origin.SYSTEM,
                    1,
                    SINCE,
                    SINCE,
                    new WidgetDefinition(
                            "Caller verification",
                            "authLevel",
                            new Header("Caller verification", null, null, false),
                            List.of(),
                            List.of(
                                    new Row("{authLevel}", "Level", null),
                                    new Row("{authMethod}", "Method", null),
                                    new Row("{riskLevel}", "Risk", null))));

    private static final List<Widget> ALL = List.of(CALLER_VERIFICATION);

    private SystemWidgets() {}

    static List<Widget> all() {
        return ALL;
    }

    static Optional<Widget> find(UUID id) {
        return ALL.stream().filter(widget -> widget.id().equals(id)).findFirst();
    }

    /** Whether one of them has this name, which is in lower case. */
    static boolean hasName(String name) {
        return ALL.stream()
                .anyMatch(
                        widget -> widget.definition().name().toLowerCase(Locale.ROOT).equals(name));
    }
}
