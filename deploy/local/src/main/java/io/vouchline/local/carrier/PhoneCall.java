package io.vouchline.local.carrier;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One call: it rings, the callee listens, presses the keys that are asked for, and hangs up at the
 * end. A voicemail hears everything and presses nothing.
 */
final class PhoneCall {

    private static final int MOST_QUESTIONS = 5;

    /** Digits that stand alone: what a prompt such as "press 4, 2" names. */
    private static final Pattern KEYS = Pattern.compile("(?<!\\d)\\d(?:, \\d)*(?!\\d)");

    private static final String USUAL_KEY = "1";

    private final String sid;
    private final Order order;
    private final Set<String> events;
    private final Optional<URI> scriptUrl;
    private final Callbacks callbacks;
    private final Outbox outbox;

    PhoneCall(
            String sid,
            Order order,
            Set<String> events,
            Optional<URI> scriptUrl,
            Callbacks callbacks,
            Outbox outbox) {
        this.sid = sid;
        this.order = order;
        this.events = events;
        this.scriptUrl = scriptUrl;
        this.callbacks = callbacks;
        this.outbox = outbox;
    }

    /** Makes the call with this script or, if there is none, with what the order's URL answers. */
    void run(Optional<String> script) throws IOException, InterruptedException {
        report("initiated", "initiated");
        report("ringing", "ringing");
        report("answered", "in-progress");
        try {
            listen(script.isPresent() ? script.get() : fetch());
        } catch (IOException e) {
            report("completed", "failed");
            throw e;
        }
        report("completed", "completed");
    }

    private String fetch() throws IOException, InterruptedException {
        return callbacks.post(scriptUrl.orElseThrow(), parameters("in-progress"));
    }

    private void listen(String firstScript) throws IOException, InterruptedException {
        List<String> heard = new ArrayList<>();
        try {
            Twiml script =
                    TestNumbers.isVoicemail(order.to())
                            ? Twiml.unanswered(firstScript)
                            : Twiml.parse(firstScript);
            heard.add(script.spoken());
            for (int i = 0; i < MOST_QUESTIONS && script.question().isPresent(); i++) {
                script = Twiml.parse(pressKey(script, script.question().get()));
                heard.add(script.spoken());
            }
        } finally {
            outbox.add(order.to(), Channel.VOICE, String.join(" ", heard));
        }
    }

    private String pressKey(Twiml script, String action) throws IOException, InterruptedException {
        Map<String, String> parameters = parameters("in-progress");
        parameters.put("Digits", keysNamedIn(script.spoken()));
        try {
            URI url =
                    scriptUrl.map(base -> base.resolve(action)).orElseGet(() -> URI.create(action));
            return callbacks.post(url, parameters);
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "its <Gather> has the action \"%s\", which is no absolute URL"
                            .formatted(action),
                    e);
        }
    }

    private static String keysNamedIn(String prompt) {
        return KEYS.matcher(prompt)
                .results()
                .map(named -> named.group().replace(", ", ""))
                .findFirst()
                .orElse(USUAL_KEY);
    }

    private void report(String event, String status) throws IOException, InterruptedException {
        if (order.statusCallback().isPresent() && events.contains(event)) {
            var _ = callbacks.post(order.statusCallback().get(), parameters(status));
        }
    }

    private Map<String, String> parameters(String status) {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("CallSid", sid);
        parameters.put("CallStatus", status);
        parameters.put("To", order.to());
        parameters.put("From", order.from());
        parameters.put("Direction", "outbound-api");
        return parameters;
    }
}
