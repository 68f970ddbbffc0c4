package io.vouchline.local.carrier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes calls; a callee, or for some {@link TestNumbers} a voicemail, picks up every time. */
final class Calls {

    private static final int WITHOUT_TO = 21201;
    private static final int WITHOUT_FROM = 21213;
    private static final int WITHOUT_SCRIPT = 21205;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Outbox outbox;
    private final Resources resources;
    private final Callbacks callbacks;
    private final Afterwards afterwards;

    Calls(Outbox outbox, Resources resources, Callbacks callbacks, Afterwards afterwards) {
        this.outbox = outbox;
        this.resources = resources;
        this.callbacks = callbacks;
        this.afterwards = afterwards;
    }

    ObjectNode place(Form form) throws Refusal {
        Order order = Order.read(form, WITHOUT_TO, WITHOUT_FROM);
        Optional<String> script = form.first("Twiml");
        Optional<URI> scriptUrl = Order.url(form, "Url");
        if (script.isEmpty() && scriptUrl.isEmpty()) {
            throw Refusal.invalid(WITHOUT_SCRIPT, "Url parameter is required.");
        }
        String sid = Resources.newSid("CA");
        PhoneCall call = new PhoneCall(sid, order, events(form), scriptUrl, callbacks, outbox);
        afterwards.begin(sid, () -> call.run(script));
        return resources.call(sid, order);
    }

    /** Unless asked for more, the vendor reports the end of a call only. */
    private static Set<String> events(Form form) {
        Set<String> events =
                form.all("StatusCallbackEvent").stream()
                        .flatMap(BLANKS::splitAsStream)
                        .filter(event -> !event.isEmpty())
                        .collect(Collectors.toSet());
        return events.isEmpty() ? Set.of("completed") : events;
    }
}
