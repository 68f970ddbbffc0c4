package io.vouchline.contract.risk;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.risk.ListApi.Entry;
import io.vouchline.contract.risk.ListApi.ListKind;
import io.vouchline.contract.risk.ListApi.Subject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * What operators do with lists, at this service's own port: read, remove, import. Numbers stand in
 * bodies alone, never in a URL. The token's tenant owns what it sees; lists that hold for all
 * tenants need a scope of their own.
 */
@Path("/v1/lists")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface ListAdminApi {

    /** The most entries of a page. */
    int LARGEST_PAGE = 500;

    /** The most bytes of an import. */
    int LARGEST_IMPORT = 1_000_000;

    /** The most lines of an import, without its header. */
    int MOST_LINES = 10_000;

    /**
     * One page of the entries that have not expired, ordered by their ids.
     *
     * @param list ALLOW or DENY; null for both
     * @param forAll true for the entries that hold for all tenants; null for the tenant's own
     * @param after the {@code next} of the page before; null for the first page
     * @param limit how many at the most, 1 to 500; null for 100
     */
    @GET
    @Path("entries")
    @Operation(summary = "Read the entries of the lists, page by page")
    Uni<Page> entries(
            @QueryParam("list") @Nullable String list,
            @QueryParam("for_all") @Nullable String forAll,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit);

    /** Removes an entry; safe to repeat. */
    @POST
    @Path("removals")
    @Operation(summary = "Remove an entry from a list")
    Uni<Removed> remove(@NotNull @Valid Removal removal);

    /**
     * Tells what the lists say of a number, and why: as this replica knows them, which is how it
     * assesses.
     */
    @POST
    @Path("matches")
    @Operation(summary = "Find the entries that cover a number")
    Uni<Finding> find(@NotNull @Valid Question question);

    /**
     * Adds many entries. UTF-8 (RFC 4180) with the header {@code
     * list,extent,value,to,reason,author,expires_at}: the members of an entry; blank cells of
     * {@code to} and {@code expires_at} are absent. All lines are checked first: if one is wrong
     * nothing is added, and a 422 tells up to 20 lines with their faults. Otherwise they are added
     * in portions of 500; where one of them has no room any more, a 409 tells how many lines were
     * added before. Safe to repeat.
     *
     * @param forAll true for entries that hold for all tenants; null for the tenant's own
     */
    @POST
    @Path("import")
    @Consumes("text/csv")
    @Operation(summary = "Import entries from CSV")
    Uni<Imported> load(
            @QueryParam("for_all") @Nullable String forAll,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = SchemaType.STRING)))
                    byte[] csv);

    /**
     * A page of entries.
     *
     * @param entries at most as many as were asked for: what has expired is left out
     * @param next where the next page begins; null if this is the last one
     */
    record Page(List<Entry> entries, @Nullable String next) {}

    /** Which entry is to be removed. */
    record Removal(@NotNull ListKind list, @NotNull @Valid Subject subject, boolean forAll) {}

    /**
     * What became of it.
     *
     * @param removed whether there was such an entry
     */
    record Removed(boolean removed) {}

    /** The number that is asked about. */
    record Question(@NotNull PhoneNumber number) {}

    /**
     * What the lists say of a number.
     *
     * @param verdict the list that decides; null if no entry covers the number
     * @param decisive the entry that decides; null if there is none, or it was removed meanwhile
     * @param others the entries that cover it too and do not decide, most specific first, at most
     *     50
     */
    record Finding(@Nullable ListKind verdict, @Nullable Entry decisive, List<Entry> others) {}

    /**
     * What an import did.
     *
     * @param added how many entries are new
     * @param replaced how many differ from what was there
     * @param unchanged how many were there as they are
     */
    record Imported(int added, int replaced, int unchanged) {}
}
