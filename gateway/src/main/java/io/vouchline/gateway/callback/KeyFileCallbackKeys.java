package io.vouchline.gateway.callback;

import io.vouchline.gateway.access.AccessConfig;
import io.vouchline.gateway.access.AccessConfig.ClientConfig;
import io.vouchline.gateway.dialect.Dialect;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** The keys of those clients that speak Telesign's dialect and have a customer id. */
@Singleton
class KeyFileCallbackKeys implements CallbackKeys {

    private static final Logger LOGGER = Logger.getLogger(KeyFileCallbackKeys.class);

    private final Map<String, CallbackKey> keys = new HashMap<>();

    KeyFileCallbackKeys(AccessConfig config) {
        config.clients()
                .forEach(
                        (id, client) -> {
                            if (client.dialects().contains(Dialect.TELESIGN)) {
                                client.customerId()
                                        .ifPresent(customer -> add(id, customer, client));
                            }
                        });
    }

    private void add(String id, String customer, ClientConfig client) {
        try {
            CallbackKey _ = keys.put(id, CallbackKey.of(customer, newest(client)));
        } catch (IllegalArgumentException e) {
            LOGGER.warnf(
                    "vouchline.access.clients.%s.key-file: its first key is not Base64, so no delivery report can be signed for this client",
                    id);
        }
    }

    private static String newest(ClientConfig client) {
        try (var lines = Files.lines(client.keyFile())) {
            return lines.map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
