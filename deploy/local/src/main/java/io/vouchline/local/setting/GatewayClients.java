package io.vouchline.local.setting;

import static java.util.Map.entry;

import io.vouchline.local.key.DemoClient;
import io.vouchline.local.key.DemoCredentials;
import io.vouchline.local.key.KeyFolder;
import java.util.LinkedHashMap;
import java.util.Map;

/** The demo bank's platform accounts, as the gateway's settings have them. */
final class GatewayClients {

    private static final String TENANT = "demo-bank";
    private static final String REGION = "US";

    private GatewayClients() {}

    static Map<String, String> settings(KeyFolder keys) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (DemoClient client : DemoClient.values()) {
            own(client).forEach((name, value) -> settings.put(prefix(client) + name, value));
            settings.put(prefix(client) + "tenant", TENANT);
            settings.put(prefix(client) + "default-region", REGION);
            settings.put(prefix(client) + "key-file", keys.clientKey(client).toString());
        }
        return settings;
    }

    private static String prefix(DemoClient client) {
        return "vouchline.access.clients." + client.id() + ".";
    }

    private static Map<String, String> own(DemoClient client) {
        return switch (client) {
            case DEFAULT ->
                    Map.ofEntries(
                            entry("dialects", "dialogflow,telavox,vouchline"),
                            entry("header", "X-API-Key"),
                            entry("oauth", "true"),
                            entry("policy.account-number-min", "10"),
                            entry("policy.account-number-max", "10"),
                            entry("policy.fallback", "voice"),
                            entry("policy.enrol-authenticators", "true"),
                            entry("policy.lists", "deny,allow"),
                            entry("policy.feedback", "true"),
                            entry("policy.calls", "true"),
                            entry("policy.institution", "Demo Bank"));
            case DOCUMENT ->
                    Map.ofEntries(
                            entry("dialects", "dialogflow"),
                            entry("header", "X-API-Key"),
                            entry("policy.document-mode", "true"));
            case TELESIGN -> telesign(DemoCredentials.CUSTOMER_ID);
            case TELESIGN_BLOCKED -> telesign(DemoCredentials.BLOCKED_CUSTOMER_ID);
        };
    }

    private static Map<String, String> telesign(String customerId) {
        return Map.of("dialects", "telesign", "customer-id", customerId);
    }
}
