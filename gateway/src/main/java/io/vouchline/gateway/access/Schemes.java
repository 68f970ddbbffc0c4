package io.vouchline.gateway.access;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vouchline.gateway.access.AccessConfig.DigestConfig;
import io.vouchline.gateway.nonce.Nonces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * All ways for a client to prove who it is. The first that a request shows is the one that counts.
 */
@Startup
@Singleton
final class Schemes {

    private static final Duration SHORTEST_WINDOW = Duration.ofMinutes(1);
    private static final Duration LONGEST_WINDOW = Duration.ofHours(1);

    private final List<Scheme> inTurn;

    Schemes(
            AccessConfig config,
            Clients clients,
            Nonces nonces,
            PlatformTokens tokens,
            GoogleKeys keys,
            PublicUrl publicUrl) {
        InstantSource clock = InstantSource.system();
        publicUrl.check(clients);
        this.inTurn =
                List.of(
                        new TwilioScheme(clients, publicUrl),
                        new HeaderScheme(clients),
                        new BasicScheme(clients),
                        new DigestScheme(clients, nonces, window(config.digest()), clock),
                        new TokenScheme(clients, tokens),
                        new GoogleScheme(clients, keys, config.google(), clock),
                        new SourceScheme(clients));
    }

    /** What a request shows. */
    Scheme of(AccessRequest request) {
        return inTurn.stream()
                .filter(scheme -> scheme.isShownBy(request))
                .findFirst()
                .orElse(Nothing.SHOWN);
    }

    private static Duration window(DigestConfig config) {
        Duration window = config.window();
        if (window.compareTo(SHORTEST_WINDOW) < 0 || window.compareTo(LONGEST_WINDOW) > 0) {
            throw new IllegalStateException(
                    "vouchline.access.digest.window=%s: choose 1m to 1h".formatted(window));
        }
        return window;
    }

    /** No credential, or none of a kind that is known here. */
    private enum Nothing implements Scheme {
        SHOWN;

        @Override
        public String label() {
            return "none";
        }

        @Override
        public boolean isShownBy(AccessRequest request) {
            return true;
        }

        @Override
        public Uni<Client> client(AccessRequest request) {
            Optional<String> other = request.header("authorization");
            throw new RefusedAccessException(
                    other.isPresent() ? AccessFault.UNREADABLE : AccessFault.MISSING);
        }
    }
}
