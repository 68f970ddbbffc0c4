package io.vouchline.gateway.access;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.vouchline.contract.number.Notation;
import io.vouchline.gateway.access.AccessConfig.ClientConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
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
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** All clients, found by what they present. */
@Startup
@Singleton
public final class Clients {

    private static final Logger LOGGER = Logger.getLogger(Clients.class);

    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(30);

    /** NIST SP 800-63B section 3.1.3.2. */
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

    private static final Duration LONGEST_HOLD = Duration.ofDays(30);

    /** What the label of an {@code otpauth} address can hold. */
    private static final Pattern INSTITUTION = Pattern.compile("[^:\\p{Cntrl}]{1,64}");

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
        check(id, config);
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

    private static void check(String id, ClientConfig config) {
        if (!Notation.regions().contains(config.defaultRegion())) {
            throw wrong(id, "default-region", config.defaultRegion(), "name a region, such as US");
        }
        if (config.header().isEmpty() && config.customerId().isEmpty()) {
            throw wrong(id, "header", "(unset)", "name a header or a customer-id");
        }
        Duration life = config.policy().codeLife();
        if (life.compareTo(SHORTEST_LIFE) < 0 || life.compareTo(LONGEST_LIFE) > 0) {
            throw wrong(id, "policy.code-life", life, "choose 30s to 10m");
        }
        Duration hold = config.policy().hold();
        if (hold.isNegative() || hold.compareTo(LONGEST_HOLD) > 0) {
            throw wrong(id, "policy.hold", hold, "choose 0s to 720h (30 days)");
        }
        if (config.policy().accountNumberMin() > config.policy().accountNumberMax()) {
            throw wrong(
                    id,
                    "policy.account-number-min",
                    config.policy().accountNumberMin(),
                    "it must not be above account-number-max");
        }
        config.policy()
                .institution()
                .filter(name -> !INSTITUTION.matcher(name).matches())
                .ifPresent(name -> refuseInstitution(id, name));
    }

    private static void refuseInstitution(String id, String name) {
        throw wrong(id, "policy.institution", name, "choose 1 to 64 characters without \":\"");
    }

    private static IllegalStateException wrong(
            String id, String setting, Object value, String remedy) {
        return new IllegalStateException(
                "vouchline.access.clients.%s.%s=%s: %s".formatted(id, setting, value, remedy));
    }

    /** What a client presents: a key in a header, or a customer id and a key. */
    private record Credential(String header, String customerId, Secret secret) {}
}
