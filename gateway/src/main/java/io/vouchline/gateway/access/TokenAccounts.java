package io.vouchline.gateway.access;

import jakarta.inject.Singleton;
import java.util.Optional;

/** Who may get tokens: clients for themselves, operators for the services. */
@Singleton
public final class TokenAccounts {

    private final Clients clients;
    private final OperatorAccounts operators;
    private final PlatformTokens tokens;
    private final CurrentSource source;

    TokenAccounts(
            Clients clients,
            OperatorAccounts operators,
            PlatformTokens tokens,
            CurrentSource source) {
        this.clients = clients;
        this.operators = operators;
        this.tokens = tokens;
        this.source = source;
    }

    /** Whether anybody can get a token here. */
    public boolean areServed() {
        return tokens.areMade() || operators.areThere();
    }

    /** The client with this id and key, if it comes from where it may. */
    public Optional<Client> client(String id, String key) {
        return clients.byTokenId(id, key)
                .filter(client -> clients.mayComeFrom(client, source.address()));
    }

    /** The operator with this id and secret. */
    public Optional<OperatorAccount> operator(String id, String secret) {
        return operators.by(id, secret);
    }
}
