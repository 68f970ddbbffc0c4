package io.vouchline.gateway.access;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.vouchline.gateway.access.AccessConfig.ClientConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logging.Logger;

/** All clients, found by what they present. */
@Startup
@Singleton
public final class Clients {

    private static final Logger LOGGER = Logger.getLogger(Clients.class);

    private final Map<String, Client> byId = new TreeMap<>();
    private final Map<Credential, Client> byCredential = new HashMap<>();
    private final Map<String, Signer> signers = new HashMap<>();
    private final Map<String, TwilioAccount> twilioAccounts = new HashMap<>();
    private final Map<String, Client> byAgent = new HashMap<>();
    private final Map<String, List<SourceRange>> ranges = new HashMap<>();
    private final Map<String, List<SourceRange>> bySource = new TreeMap<>();
    private final Map<String, Client> tokenClients = new HashMap<>();
    private final Set<String> headers = new LinkedHashSet<>();

    @Inject
    Clients(AccessConfig config) {
        this(config, ConfigUtils.isProfileActive("prod"));
    }

    Clients(AccessConfig config, boolean production) {
        config.clients().forEach((id, client) -> add(id, client, production));
        GoogleCheck.check(config.google(), !byAgent.isEmpty(), production);
        if (byId.isEmpty()) {
            LOGGER.warn("no client is configured (vouchline.access.clients): nobody can call");
        }
    }

    /** The headers in which clients send their keys, in lower case. */
    Set<String> headers() {
        return headers;
    }

    /** The ids of all clients, and those by which they get tokens. */
    Set<String> ids() {
        Set<String> ids = new HashSet<>(byId.keySet());
        boolean _ = ids.addAll(tokenClients.keySet());
        return ids;
    }

    /** The client that sends this key in this header. */
    Optional<Client> byHeader(String header, String key) {
        return find(Credential.inHeader(header, key));
    }

    /** The client with this customer id and key. */
    Optional<Client> byCustomerId(String customerId, String key) {
        return find(Credential.ofCustomer(customerId, key));
    }

    /** The client that may get tokens by this id (its customer id, or else its own) and key. */
    Optional<Client> byTokenId(String id, String key) {
        return find(Credential.forTokens(id, key));
    }

    /** The client that can sign requests by this customer id. */
    Optional<Signer> signer(String customerId) {
        return Optional.ofNullable(signers.get(customerId));
    }

    /** All clients that can sign, by their customer ids. */
    public Map<String, Signer> signers() {
        return Map.copyOf(signers);
    }

    /** Whether some client's requests may be signed by HMAC-SHA1. */
    boolean anySignsBySha1() {
        return signers.values().stream().anyMatch(Signer::sha1);
    }

    /** The client that has this Twilio account, by the account's SID. */
    Optional<TwilioAccount> twilioAccount(String sid) {
        return Optional.ofNullable(twilioAccounts.get(sid));
    }

    /** One of the clients with a Twilio account, if there is any. */
    Optional<Client> anyWithTwilio() {
        return twilioAccounts.values().stream().map(TwilioAccount::client).findFirst();
    }

    /** The client whose Google service agent has this e-mail address. */
    Optional<Client> byAgent(String email) {
        return Optional.ofNullable(byAgent.get(email));
    }

    /** Whether some client is known by a service agent. */
    boolean knowsAgents() {
        return !byAgent.isEmpty();
    }

    /** The client that all from this address are. */
    Optional<Client> bySource(SourceAddress address) {
        return bySource.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(range -> range.holds(address)))
                .map(entry -> byId.get(entry.getKey()))
                .findFirst();
    }

    /** The client with this id, if it may get tokens. */
    Optional<Client> withTokens(String id) {
        return Optional.ofNullable(byId.get(id)).filter(tokenClients::containsValue);
    }

    /** The ids by which clients get tokens. */
    public Set<String> tokenIds() {
        return Set.copyOf(tokenClients.keySet());
    }

    /** Whether a client may call from there; one without ranges may from anywhere. */
    boolean mayComeFrom(Client client, Optional<SourceAddress> source) {
        List<SourceRange> allowed = ranges.get(client.id());
        return allowed == null
                || source.filter(a -> allowed.stream().anyMatch(range -> range.holds(a)))
                        .isPresent();
    }

    /** One of the clients, if there is any. */
    public Optional<Client> any() {
        return byId.values().stream().findFirst();
    }

    /** One client of each tenant, always the same, by the tenants' names. */
    public Collection<Client> ofEachTenant() {
        Map<String, Client> clients = new TreeMap<>();
        byId.values().forEach(client -> clients.putIfAbsent(client.tenant(), client));
        return clients.values();
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
        byId.put(id, client);
        List<String> keys =
                config.keyFile()
                        .map(file -> KeyFile.read("clients." + id, file, production))
                        .orElse(List.of());
        for (String key : keys) {
            credentials(id, config, key).forEach(c -> put(id, c, client));
        }
        config.customerId().ifPresent(customer -> sign(customer, client, config, keys));
        config.twilioAccountSid().ifPresent(sid -> twilio(sid, client, keys));
        config.googleServiceAgents().stream()
                .flatMap(Set::stream)
                .forEach(email -> agent(email, client));
        sources(client, config);
        if (config.policy().documentMode()) {
            LOGGER.warnf(
                    "client %s runs in document mode: codes and security answers are given to its platform",
                    id);
        }
    }

    private List<Credential> credentials(String id, ClientConfig config, String key) {
        List<Credential> credentials = new ArrayList<>();
        config.header()
                .map(header -> header.toLowerCase(Locale.ROOT))
                .ifPresent(
                        header -> {
                            headers.add(header);
                            credentials.add(Credential.inHeader(header, key));
                        });
        config.customerId()
                .ifPresent(customer -> credentials.add(Credential.ofCustomer(customer, key)));
        if (config.oauth()) {
            credentials.add(Credential.forTokens(config.customerId().orElse(id), key));
        }
        return credentials;
    }

    private void put(String id, Credential credential, Client client) {
        if (byCredential.putIfAbsent(credential, client) != null) {
            throw new IllegalStateException(
                    "vouchline.access.clients.%s.key-file holds a key that another client has too; give each its own"
                            .formatted(id));
        }
        if (credential.isForTokens()) {
            Client other = tokenClients.putIfAbsent(credential.id(), client);
            if (other != null && !other.equals(client)) {
                throw ClientCheck.wrong(
                        id, "oauth", true, "client " + other.id() + " gets tokens by the same id");
            }
        }
    }

    /** Keys that are no Base64 sign nothing: they serve as they are. */
    private void sign(String customer, Client client, ClientConfig config, List<String> keys) {
        List<SecretKeySpec> decoded =
                keys.stream().map(Clients::decoded).flatMap(Optional::stream).toList();
        if (config.digestSha1() && decoded.size() < keys.size()) {
            throw ClientCheck.wrong(
                    client.id(),
                    "digest-sha1",
                    true,
                    "a key in key-file is not Base64, and signs nothing; make one that is");
        }
        if (decoded.isEmpty()) {
            return;
        }
        Signer other =
                signers.putIfAbsent(customer, new Signer(client, decoded, config.digestSha1()));
        if (other != null) {
            throw ClientCheck.wrong(
                    client.id(),
                    "customer-id",
                    customer,
                    "client " + other.client().id() + " has it too; give each its own");
        }
    }

    private void twilio(String sid, Client client, List<String> tokens) {
        TwilioAccount other = twilioAccounts.putIfAbsent(sid, TwilioAccount.of(client, tokens));
        if (other != null) {
            throw ClientCheck.wrong(
                    client.id(),
                    "twilio-account-sid",
                    sid,
                    "client " + other.client().id() + " has it too; give each its own");
        }
    }

    private static Optional<SecretKeySpec> decoded(String key) {
        try {
            byte[] bytes = Base64.getDecoder().decode(key);
            return bytes.length == 0
                    ? Optional.empty()
                    : Optional.of(new SecretKeySpec(bytes, "HMAC"));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void agent(String email, Client client) {
        Client other = byAgent.putIfAbsent(email, client);
        if (other != null) {
            throw ClientCheck.wrong(
                    client.id(),
                    "google-service-agents",
                    email,
                    "client " + other.id() + " names it too; name it once");
        }
    }

    private void sources(Client client, ClientConfig config) {
        config.sourceRanges()
                .map(texts -> ClientCheck.ranges(client.id(), texts))
                .ifPresent(
                        of -> {
                            ranges.put(client.id(), of);
                            if (config.sourceOnly()) {
                                source(client, of);
                            }
                        });
    }

    private void source(Client client, List<SourceRange> of) {
        bySource.forEach(
                (other, taken) -> {
                    if (taken.stream().anyMatch(one -> of.stream().anyMatch(one::overlaps))) {
                        throw ClientCheck.wrong(
                                client.id(),
                                "source-only",
                                true,
                                "its ranges overlap those of client "
                                        + other
                                        + ", which has source-only too; keep them apart, or give one a key");
                    }
                });
        bySource.put(client.id(), of);
    }
}
