package io.vouchline.gateway.callback;

import io.vouchline.gateway.access.Clients;
import io.vouchline.gateway.access.Signer;
import io.vouchline.gateway.dialect.Dialect;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys of those clients that speak Telesign's dialect and can sign their own requests. */
@Singleton
class SigningClients implements CallbackKeys {

    private final Map<String, CallbackKey> keys = new HashMap<>();

    SigningClients(Clients clients) {
        clients.signers().forEach(this::add);
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
