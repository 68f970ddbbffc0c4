package io.vouchline.gateway.token;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vouchline.gateway.access.OpenToAll;
import io.vouchline.gateway.access.PlatformTokens;
import io.vouchline.gateway.assertion.Assertions;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The public keys (RFC 7517) of what others may verify: platform tokens and assertions. */
@Path("/.well-known/jwks.json")
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection // for the access that it names
@OpenToAll
class KeyResource {

    private final KeySet keys;

    KeyResource(PlatformTokens tokens, Assertions assertions) {
        this.keys =
                new KeySet(
                        Stream.of(tokens.publicKey(), assertions.publicKey())
                                .flatMap(Optional::stream)
                                .toList());
    }

    @GET
    @Operation(summary = "The keys that verify platform tokens and assertions")
    public RestResponse<KeySet> keys() {
        return ResponseBuilder.ok(keys)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }

    /**
     * A JWK set.
     *
     * @param keys the keys by their members
     */
    @RegisterForReflection
    record KeySet(List<Map<String, Object>> keys) {}
}
