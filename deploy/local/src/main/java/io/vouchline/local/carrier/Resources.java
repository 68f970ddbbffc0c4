package io.vouchline.local.carrier;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/** What the phone company answers to an order that it takes: the vendor's resource, just queued. */
final class Resources {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SID_BYTES = 16;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private final Account account;
    private final Clock clock;

    Resources(Account account, Clock clock) {
        this.account = account;
        this.clock = clock;
    }

    static String newSid(String prefix) {
        byte[] bytes = new byte[SID_BYTES];
        RANDOM.nextBytes(bytes);
        return prefix + HexFormat.of().formatHex(bytes);
    }

    ObjectNode message(String sid, Order order, String body) {
        return queued(sid, order, "Messages")
                .put("body", body)
                .put("num_media", "0")
                .put("num_segments", "1")
                .putNull("date_sent")
                .putNull("error_code")
                .putNull("error_message")
                .putNull("messaging_service_sid");
    }

    ObjectNode call(String sid, Order order) {
        return queued(sid, order, "Calls")
                .putNull("answered_by")
                .putNull("duration")
                .putNull("start_time")
                .putNull("end_time")
                .putNull("parent_call_sid");
    }

    private ObjectNode queued(String sid, Order order, String collection) {
        String now = DATE.format(clock.instant().atOffset(ZoneOffset.UTC));
        return JSON.createObjectNode()
                .put("sid", sid)
                .put("account_sid", account.sid())
                .put("api_version", "2010-04-01")
                .put("to", order.to())
                .put("from", order.from())
                .put("status", "queued")
                .put("direction", "outbound-api")
                .put("date_created", now)
                .put("date_updated", now)
                .putNull("price")
                .put("price_unit", "USD")
                .put(
                        "uri",
                        "/2010-04-01/Accounts/%s/%s/%s.json"
                                .formatted(account.sid(), collection, sid));
    }
}
