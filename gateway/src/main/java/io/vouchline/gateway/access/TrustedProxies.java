package io.vouchline.gateway.access;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Tells where a request comes from. X-Forwarded-For counts only as far as each hop that has written
 * to it is a trusted proxy: anybody can send one.
 */
@Startup
@Singleton
final class TrustedProxies {

    /** Longer chains than this are nobody's. */
    private static final int MOST_HOPS = 32;

    private static final List<String> REWRITING =
            List.of(
                    "quarkus.http.proxy.proxy-address-forwarding",
                    "quarkus.http.proxy.allow-forwarded",
                    "quarkus.http.proxy.allow-x-forwarded",
                    "quarkus.http.proxy.use-proxy-protocol");

    private final List<SourceRange> ranges;

    @Inject
    TrustedProxies(AccessConfig config, Config settings) {
        this(
                SourceRange.all(
                        "vouchline.access.trusted-proxies",
                        config.trustedProxies().orElse(List.of())));
        REWRITING.forEach(name -> refuse(settings, name));
    }

    TrustedProxies(List<SourceRange> ranges) {
        this.ranges = ranges;
    }

    /**
     * The address that a request comes from; empty if a trusted proxy says something unreadable.
     *
     * @param peer the other end of the connection
     * @param forwardedFor the X-Forwarded-For headers, in their order
     */
    Optional<SourceAddress> source(String peer, List<String> forwardedFor) {
        Optional<SourceAddress> source = SourceAddress.ofHop(peer);
        List<String> hops = hops(forwardedFor);
        for (int i = hops.size() - 1; i >= 0 && source.filter(this::isTrusted).isPresent(); i--) {
            source = SourceAddress.ofHop(hops.get(i));
        }
        return source;
    }

    private static List<String> hops(List<String> forwardedFor) {
        List<String> hops = new ArrayList<>();
        forwardedFor.forEach(line -> hops.addAll(Arrays.asList(line.split(",", -1))));
        return hops.size() <= MOST_HOPS ? hops : hops.subList(hops.size() - MOST_HOPS, hops.size());
    }

    private boolean isTrusted(SourceAddress address) {
        return ranges.stream().anyMatch(range -> range.holds(address));
    }

    /** With these the server itself would believe what anybody sends. */
    private static void refuse(Config settings, String name) {
        if (settings.getOptionalValue(name, Boolean.class).orElse(false)) {
            throw new IllegalStateException(
                    "%s=true: it takes addresses from headers that anybody can send; leave it out, and name the proxies in vouchline.access.trusted-proxies"
                            .formatted(name));
        }
    }
}
