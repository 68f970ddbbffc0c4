package io.vouchline.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.contract.testing.Redis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Real keys, clients of every kind, and the services as a network sees them. */
public final class GatewayFixture implements QuarkusTestResourceLifecycleManager {

    static final String KEY = "a-key-of-the-tests-0123456789";
    static final String SECOND_KEY = "the-next-key-of-the-tests-012";
    static final String DOCUMENT_KEY = "a-key-in-document-mode-0123456";
    static final String STRICT_KEY = "a-key-of-a-strict-client-01234";
    static final String FULL_KEY = "a-key-of-a-client-with-all-of-it";
    static final String CUSTOMER_ID = "12345678-9ABC-DEF0-1234-56789ABCDEF0";
    static final String CUSTOMER_KEY = "Uak4fcLTTH/Tv8c/Q6QMwl5t4ck=";

    static final String DESK_KEY = "a-key-of-a-desk-that-takes-404s1";
    static final String CONSOLE_KEY = "a-key-of-the-console-of-a-desk-1";
    static final String BLIND_KEY = "a-key-that-may-read-no-calls-012";
    static final String RIVAL_KEY = "a-key-of-another-banks-desk-0123";

    /** The system property that holds the address of the gateway's Redis. */
    static final String REDIS = "vouchline.test.gateway-redis";

    /** Of the captured requests of Telesign's own clients. */
    static final String SDK_ID = "FFFFFFFF-EEEE-DDDD-1234-AB1234567890";

    static final String SDK_KEY =
            "ABC12345yusumoN6BYsBVkh+yRJ5czgsnCehZaOYldPJdmFh6NeX8kunZ2zU1YWaUw/0wV6xfw==";

    private static final String CLIENT = "vouchline.access.clients.";

    private final Redis redis = new Redis();
    private Upstreams upstreams;

    @Override
    public Map<String, String> start() {
        try {
            upstreams = new Upstreams();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> settings = Essentials.settings(redis, upstreams.url());
        System.setProperty(REDIS, settings.get("quarkus.redis.hosts"));
        settings.put("vouchline.assertion.signing-key-file", AssertionKey.file().toString());
        headerClient(settings, "web", "dialogflow,telavox", KEY + "\n" + SECOND_KEY + "\n");
        headerClient(settings, "document", "dialogflow", DOCUMENT_KEY);
        settings.put(CLIENT + "document.policy.document-mode", "true");
        settings.put(CLIENT + "document.policy.hold", "0s");
        settings.put(CLIENT + "web.policy.account-number-min", "10");
        settings.put(CLIENT + "web.policy.account-number-max", "10");
        headerClient(settings, "strict", "dialogflow", STRICT_KEY);
        settings.put(CLIENT + "strict.policy.strict", "true");
        settings.put(CLIENT + "strict.policy.fallback", "email,voice");
        headerClient(settings, "full", "dialogflow,telesign", FULL_KEY);
        settings.put(CLIENT + "full.policy.fallback", "email,voice,sms");
        settings.put(CLIENT + "full.policy.origin", "bank.example");
        settings.put(CLIENT + "full.policy.language", "sv-SE");
        settings.put(CLIENT + "full.policy.code-without-leading-zero", "true");
        client(settings, "voice", "telesign", CUSTOMER_KEY);
        settings.put(CLIENT + "voice.customer-id", CUSTOMER_ID);
        desks(settings);
        client(settings, "sdk", "telesign", SDK_KEY);
        settings.put(CLIENT + "sdk.customer-id", SDK_ID);
        settings.put(CLIENT + "sdk.policy.callback-url", "https://sdk.example/reports");
        return settings;
    }

    private static void desks(Map<String, String> settings) {
        headerClient(settings, "desk", "telavox", DESK_KEY);
        settings.put(CLIENT + "desk.policy.unknown-customer-is-not-found", "true");
        settings.put(CLIENT + "desk.policy.keypad-variable", "keyed");
        settings.put(CLIENT + "desk.policy.customer-variable", "who");
        headerClient(settings, "console", "vouchline", CONSOLE_KEY);
        settings.put(CLIENT + "console.policy.calls", "true");
        headerClient(settings, "blind", "vouchline", BLIND_KEY);
        headerClient(settings, "rival", "telavox,vouchline", RIVAL_KEY);
        settings.put(CLIENT + "rival.tenant", "rival");
        settings.put(CLIENT + "rival.policy.calls", "true");
    }

    private static void headerClient(
            Map<String, String> settings, String id, String dialects, String keys) {
        client(settings, id, dialects, keys);
        settings.put(CLIENT + id + ".header", "X-API-Key");
    }

    private static void client(
            Map<String, String> settings, String id, String dialects, String keys) {
        settings.put(CLIENT + id + ".tenant", "bank");
        settings.put(CLIENT + id + ".dialects", dialects);
        settings.put(CLIENT + id + ".default-region", "US");
        settings.put(CLIENT + id + ".key-file", KeyFiles.write(id + ".key", keys).toString());
    }

    @Override
    public void stop() {
        upstreams.close();
        redis.stop();
    }
}
