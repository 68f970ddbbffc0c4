package io.vouchline.lookup.intake;

import io.smallrye.common.annotation.Blocking;
import io.vouchline.contract.identity.Caller;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.lookup.intake.Imports.Answer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/** The operator's door for customers: never reached through the gateway. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.CUSTOMERS_IMPORT)
@Blocking
class ImportResource {

    private static final Logger LOGGER = Logger.getLogger(ImportResource.class);

    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";

    private final Imports imports;
    private final ImportJobs jobs;
    private final JsonWebToken token;

    ImportResource(Imports imports, ImportJobs jobs, JsonWebToken token) {
        this.imports = imports;
        this.jobs = jobs;
        this.token = token;
    }

    @POST
    @Path("customers:import")
    @Consumes(NDJSON)
    @Operation(
            summary = "Load customers",
            description =
                    "One JSON object a line, or CSV with the paths of an object's members as header. A line replaces what is held under its id. The body is read as a stream; its answer comes when all is done.")
    public RestResponse<ImportJob> ndjson(@BeanParam ImportRequest request, InputStream body)
            throws SQLException {
        return load(request, body, NdjsonLines::new);
    }

    @POST
    @Path("customers:import")
    @Consumes(CSV)
    @Operation(hidden = true)
    public RestResponse<ImportJob> csv(@BeanParam ImportRequest request, InputStream body)
            throws SQLException {
        return load(request, body, CsvLines::new);
    }

    @GET
    @Path("imports")
    @Operation(summary = "The latest 50 loads, without their errors")
    public List<ImportJob> latest() throws SQLException {
        return jobs.latest(tenant());
    }

    @GET
    @Path("imports/{id}")
    @Operation(summary = "A load and how far it is")
    public ImportJob job(@PathParam("id") String id) throws SQLException {
        return imports.job(tenant(), ImportRequest.known(id))
                .orElseThrow(() -> ProblemType.NOT_FOUND.exception("There is no such load."));
    }

    @GET
    @Path("imports/{id}/errors")
    @Operation(
            summary = "Why lines of a load were rejected: at most 1,000 at a time, 10,000 in all")
    public LineErrors errors(
            @PathParam("id") String id, @QueryParam("after") @DefaultValue("0") String after)
            throws SQLException {
        ImportJob job = job(id);
        return new LineErrors(jobs.errors(tenant(), job.id(), line(after)));
    }

    private RestResponse<ImportJob> load(ImportRequest request, InputStream body, Format format)
            throws SQLException {
        try {
            String id = request.id();
            ImportOptions options = request.options();
            Optional<ImportJob> earlier = imports.earlier(tenant(), id, options);
            return earlier.isPresent()
                    ? answer(new Answer(earlier.get(), true))
                    : answer(imports.load(tenant(), id, options, format.lines(body)));
        } catch (BadBodyException e) {
            throw ProblemType.MALFORMED.exception(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw ProblemType.MALFORMED.exception("The body ended before its time.");
        } finally {
            drain(body);
        }
    }

    private static RestResponse<ImportJob> answer(Answer answer) {
        RestResponse.ResponseBuilder<ImportJob> told =
                RestResponse.ResponseBuilder.ok(answer.job());
        return answer.replayed()
                ? told.header("Idempotency-Replayed", "true").build()
                : told.build();
    }

    /** Many clients read no answer before they have sent all. */
    private static void drain(InputStream body) {
        try {
            long _ = body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            LOGGER.debugf("nobody waits for the answer of a load: %s", e);
        }
    }

    private static long line(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw ProblemType.MALFORMED.exception("after is the number of a line.");
        }
    }

    private String tenant() {
        return Caller.of(token).tenant();
    }

    /** Why lines were rejected. */
    record LineErrors(List<LineError> errors) {}

    private interface Format {

        Lines lines(InputStream body) throws IOException;
    }
}
