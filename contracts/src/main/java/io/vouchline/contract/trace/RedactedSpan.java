package io.vouchline.contract.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A span without anything that a request can have brought: of the attributes only those that are
 * listed here, of a failure only its type, and a name that is a method and a path's template.
 *
 * <p>Paths, queries, addresses of callers, {@code User-Agent}, statements of SQL and the messages
 * of failures are left out: a platform writes numbers, codes and accounts into them.
 */
final class RedactedSpan extends DelegatingSpanData {

    private static final Set<String> TOLD =
            Set.of(
                    "http.request.method",
                    "http.request.body.size",
                    "http.response.status_code",
                    "http.response.body.size",
                    "http.route",
                    "url.scheme",
                    "network.protocol.name",
                    "network.protocol.version",
                    "error.type",
                    "exception.type",
                    "db.system",
                    "db.system.name",
                    "db.operation",
                    "db.operation.name");

    /** Of a span that serves, these are the {@code Host} header, and so whatever a caller likes. */
    private static final Set<String> TOLD_OF_CALLS = Set.of("server.address", "server.port");

    private static final Pattern METHOD = Pattern.compile("[A-Z_]{1,16}");

    /** Segments are words, as in our own paths, or parameters in braces. */
    private static final Pattern TEMPLATE =
            Pattern.compile("(/(\\{[A-Za-z_]+}|[a-z]+([-_][a-z]+)*[0-9]?|\\*)?)+");

    private static final String NAMELESS = "span";

    RedactedSpan(SpanData span) {
        super(span);
    }

    @Override
    public String getName() {
        String[] words = super.getName().split(" ", 2);
        if (!METHOD.matcher(words[0]).matches()) {
            return NAMELESS;
        }
        return words.length == 2 && TEMPLATE.matcher(words[1]).matches()
                ? words[0] + " " + words[1]
                : words[0];
    }

    @Override
    public Attributes getAttributes() {
        return only(super.getAttributes(), name -> isTold(name));
    }

    @Override
    public List<EventData> getEvents() {
        return super.getEvents().stream().map(this::redacted).toList();
    }

    @Override
    public List<LinkData> getLinks() {
        return List.of();
    }

    @Override
    public StatusData getStatus() {
        return StatusData.create(super.getStatus().getStatusCode(), "");
    }

    private EventData redacted(EventData event) {
        return EventData.create(
                event.getEpochNanos(),
                event.getAttributes().get(AttributeKey.stringKey("exception.type")) == null
                        ? "event"
                        : "exception",
                only(event.getAttributes(), "exception.type"::equals));
    }

    private boolean isTold(String name) {
        return TOLD.contains(name)
                || (getKind() == SpanKind.CLIENT && TOLD_OF_CALLS.contains(name));
    }

    private static Attributes only(Attributes all, Predicate<String> told) {
        AttributesBuilder kept = all.toBuilder();
        AttributesBuilder _ = kept.removeIf(key -> !told.test(key.getKey()));
        return kept.build();
    }
}
