package io.vouchline.gateway.callback;

import io.quarkus.runtime.Startup;
import io.vouchline.gateway.access.AccessConfig;
import io.vouchline.gateway.access.AccessConfig.ClientConfig;
import io.vouchline.gateway.access.Clients;
import io.vouchline.gateway.access.Signer;
import io.vouchline.gateway.dialect.Dialect;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys of those clients that speak Telesign's dialect and can sign their own requests. */
@Startup
@Singleton
class SigningClients implements CallbackKeys {

    private final Map<String, CallbackKey> keys = new HashMap<>();

    SigningClients(Clients clients, AccessConfig config) {
        clients.signers().forEach(this::add);
        config.clients().forEach(this::demandKey);
    }

    private void demandKey(String id, ClientConfig client) {
        client.policy()
                .callbackUrl()
                .filter(_ -> !keys.containsKey(id))
                .ifPresent(
                        url -> {
                            throw new IllegalStateException(
                                    "vouchline.access.clients.%s.policy.callback-url=%s: no report can be signed for this client; give it the dialect telesign, a customer-id and a key in Base64, or leave this out"
                                            .formatted(id, url));
                        });
    }

    private void add(String customerId, Signer signer) {
        if (signer.client().dialects().contains(Dialect.TELESIGN)) {
            CallbackKey _ =
                    keys.put(
                            signer.client().id(),
                            new CallbackKey(customerId, signer.keys().getFirst()));
        }
    }

    @Override
    public Set<String> clients() {
        return keys.keySet();
    }

    @Override
    public Optional<CallbackKey> of(String client) {
        return Optional.ofNullable(keys.get(client));
    }
}
