package io.vouchline.gateway.access;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.vouchline.contract.identity.Audience;
import io.vouchline.gateway.access.AccessConfig.OperatorConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The operators that get tokens, found by id and secret; checked at start. */
@Startup
@Singleton
final class OperatorAccounts {

    private static final Set<String> AUDIENCES =
            Set.of(Audience.GATEWAY, Audience.LOOKUP, Audience.OTP, Audience.RISK);
    private static final Pattern SCOPE = Pattern.compile("[a-z]+(-[a-z]+)*:[a-z]+(-[a-z]+)*");
    private static final Pattern ID = Pattern.compile("[!-9;-~]{1,128}");

    private final Map<Credential, OperatorAccount> accounts = new HashMap<>();

    @Inject
    OperatorAccounts(AccessConfig config, Clients clients) {
        this(config, clients, ConfigUtils.isProfileActive("prod"));
    }

    OperatorAccounts(AccessConfig config, Clients clients, boolean production) {
        config.operators()
                .forEach(
                        (id, operator) -> {
                            check(id, operator, clients);
                            add(id, operator, production);
                        });
    }

    /** Whether there are any. */
    boolean areThere() {
        return !accounts.isEmpty();
    }

    /** The operator with this id and secret. */
    Optional<OperatorAccount> by(String id, String secret) {
        return Optional.ofNullable(accounts.get(Credential.forTokens(id, secret)));
    }

    private void add(String id, OperatorConfig config, boolean production) {
        OperatorAccount account =
                new OperatorAccount(id, config.tenant(), config.scopes(), config.audiences());
        for (String key : KeyFile.read("operators." + id, config.keyFile(), production)) {
            OperatorAccount _ = accounts.put(Credential.forTokens(id, key), account);
        }
    }

    private static void check(String id, OperatorConfig config, Clients clients) {
        if (!ID.matcher(id).matches()) {
            throw wrong(
                    id,
                    "tenant",
                    config.tenant(),
                    "give the operator an id of ASCII without \":\"");
        }
        if (clients.ids().contains(id)) {
            throw wrong(
                    id,
                    "key-file",
                    config.keyFile(),
                    "a client has the same id; give the operator another");
        }
        config.scopes().stream()
                .filter(scope -> !SCOPE.matcher(scope).matches())
                .findFirst()
                .ifPresent(
                        scope -> {
                            throw wrong(
                                    id, "scopes", scope, "name scopes such as customers:import");
                        });
        config.audiences().stream()
                .filter(audience -> !AUDIENCES.contains(audience))
                .findFirst()
                .ifPresent(
                        audience -> {
                            throw wrong(
                                    id,
                                    "audiences",
                                    audience,
                                    "name gateway, lookup-service, otp-service or risk-service");
                        });
    }

    private static IllegalStateException wrong(
            String id, String setting, Object value, String remedy) {
        return new IllegalStateException(
                "vouchline.access.operators.%s.%s=%s: %s".formatted(id, setting, value, remedy));
    }
}
