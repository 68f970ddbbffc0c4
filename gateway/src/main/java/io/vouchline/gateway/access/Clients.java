package io.vouchline.gateway.access;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.vouchline.gateway.access.AccessConfig.ClientConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** All clients, found by what they present. */
@Startup
@Singleton
public final class Clients {

    private static final Logger LOGGER = Logger.getLogger(Clients.class);

    private final Map<Credential, Client> byCredential = new HashMap<>();
    private final Set<String> headers = new LinkedHashSet<>();

    @Inject
    Clients(AccessConfig config) {
        this(config, ConfigUtils.isProfileActive("prod"));
    }

    Clients(AccessConfig config, boolean production) {
        config.clients().forEach((id, client) -> add(id, client, production));
        if (byCredential.isEmpty()) {
            LOGGER.warn("no client is configured (vouchline.access.clients): nobody can call");
        }
    }

    /** The headers in which clients send their keys, in lower case. */
    Set<String> headers() {
        return headers;
    }

    /** The client that sends this key in this header. */
    Optional<Client> byHeader(String header, String key) {
        return find(new Credential(header.toLowerCase(Locale.ROOT), "", Secret.of(key)));
    }

    /** The client with this customer id and key. */
    Optional<Client> byCustomerId(String customerId, String key) {
        return find(new Credential("", customerId, Secret.of(key)));
    }

    /** One of the clients, if there is any. */
    public Optional<Client> any() {
        return byCredential.values().stream().findAny();
    }

    /** One client of each tenant, always the same, by the tenants' names. */
    public Collection<Client> ofEachTenant() {
        Map<String, Client> clients = new TreeMap<>();
        byCredential
                .values()
                .forEach(client -> clients.merge(client.tenant(), client, Clients::firstById));
        return clients.values();
    }

    private static Client firstById(Client one, Client other) {
        return one.id().compareTo(other.id()) <= 0 ? one : other;
    }

    private Optional<Client> find(Credential credential) {
        return Optional.ofNullable(byCredential.get(credential));
    }

    private void add(String id, ClientConfig config, boolean production) {
        ClientCheck.check(id, config);
        Client client =
                new Client(
                        id,
                        config.tenant(),
                        config.dialects(),
                        config.defaultRegion(),
                        config.policy());
        for (String key : KeyFile.read(id, config.keyFile(), production)) {
            credentials(config, Secret.of(key)).forEach(c -> put(id, c, client));
        }
        if (config.policy().documentMode()) {
            LOGGER.warnf(
                    "client %s runs in document mode: codes and security answers are given to its platform",
                    id);
        }
    }

    private List<Credential> credentials(ClientConfig config, Secret secret) {
        List<Credential> credentials = new ArrayList<>();
        config.header()
                .map(header -> header.toLowerCase(Locale.ROOT))
                .ifPresent(
                        header -> {
                            headers.add(header);
                            credentials.add(new Credential(header, "", secret));
                        });
        config.customerId()
                .ifPresent(customer -> credentials.add(new Credential("", customer, secret)));
        return credentials;
    }

    private void put(String id, Credential credential, Client client) {
        if (byCredential.putIfAbsent(credential, client) != null) {
            throw new IllegalStateException(
                    "vouchline.access.clients.%s.key-file holds a key that another client has too; give each its own"
                            .formatted(id));
        }
    }

    /** What a client presents: a key in a header, or a customer id and a key. */
    private record Credential(String header, String customerId, Secret secret) {}
}
