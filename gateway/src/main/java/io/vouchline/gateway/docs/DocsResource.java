package io.vouchline.gateway.docs;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.OpenToAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * The published API documents, and pages that show them. Nothing on them comes from elsewhere, and
 * nothing on them runs.
 */
@Path("/docs")
@RegisterForReflection // for the access that it names
@OpenToAll
class DocsResource {

    private static final String HTML = "text/html;charset=UTF-8";
    private static final String YAML = "application/yaml;charset=UTF-8";
    private static final String CSS = "text/css;charset=UTF-8";
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private final DocsConfig config;
    private final Pages pages;

    DocsResource(DocsConfig config, Pages pages) {
        this.config = config;
        this.pages = pages;
    }

    @GET
    @Operation(hidden = true)
    public RestResponse<String> index() {
        return answer(HTML, pages().index());
    }

    @GET
    @Path("style.css")
    @Operation(hidden = true)
    public RestResponse<String> style() {
        return answer(CSS, pages().style());
    }

    @GET
    @Path("{dialect:[a-z]+}")
    @Operation(hidden = true)
    public RestResponse<String> page(@PathParam("dialect") String dialect) {
        return answer(HTML, pages().page(dialect).orElseThrow(DocsResource::nothing));
    }

    @GET
    @Path("{dialect:[a-z]+}.yaml")
    @Operation(hidden = true)
    public RestResponse<String> document(@PathParam("dialect") String dialect) {
        return answer(YAML, pages().source(dialect).orElseThrow(DocsResource::nothing));
    }

    private Pages pages() {
        if (!config.enabled()) {
            throw nothing();
        }
        return pages;
    }

    private static RuntimeException nothing() {
        return ProblemType.NOT_FOUND.exception("There is no such document.");
    }

    private static RestResponse<String> answer(String type, String body) {
        return ResponseBuilder.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
