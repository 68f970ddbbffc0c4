package io.vouchline.local.carrier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;

/** Takes text messages and delivers them at once, but to {@link TestNumbers} that want none. */
final class TextMessages {

    private static final int WITHOUT_TO = 21604;
    private static final int WITHOUT_FROM = 21603;
    private static final int WITHOUT_BODY = 21602;
    private static final int OPTED_OUT = 21610;

    private final Outbox outbox;
    private final Resources resources;
    private final Callbacks callbacks;
    private final Afterwards afterwards;

    TextMessages(Outbox outbox, Resources resources, Callbacks callbacks, Afterwards afterwards) {
        this.outbox = outbox;
        this.resources = resources;
        this.callbacks = callbacks;
        this.afterwards = afterwards;
    }

    ObjectNode send(Form form) throws Refusal {
        Order order = Order.read(form, WITHOUT_TO, WITHOUT_FROM);
        String body =
                form.first("Body")
                        .orElseThrow(
                                () -> Refusal.invalid(WITHOUT_BODY, "Message body is required."));
        if (TestNumbers.refusesTexts(order.to())) {
            throw Refusal.invalid(OPTED_OUT, "Attempt to send to unsubscribed recipient");
        }
        String sid = Resources.newSid("SM");
        outbox.add(order.to(), Channel.SMS, body);
        afterwards.begin(
                sid,
                () -> {
                    report(order, sid, "sent");
                    report(order, sid, "delivered");
                });
        return resources.message(sid, order, body);
    }

    private void report(Order order, String sid, String status)
            throws IOException, InterruptedException {
        if (order.statusCallback().isPresent()) {
            Map<String, String> parameters =
                    Map.of(
                            "MessageSid", sid,
                            "SmsSid", sid,
                            "MessageStatus", status,
                            "SmsStatus", status,
                            "To", order.to(),
                            "From", order.from());
            var _ = callbacks.post(order.statusCallback().get(), parameters);
        }
    }
}
