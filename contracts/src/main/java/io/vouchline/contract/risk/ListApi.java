package io.vouchline.contract.risk;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The lists of numbers that are refused or trusted whatever else is known of them. The token's
 * tenant owns what it adds.
 */
@Path("/v1/lists")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface ListApi {

    /**
     * Adds an entry, or replaces the one of the same list and subject. Safe to repeat: what is the
     * same in all its parts is left as it is. It holds for assessments within seconds. 400 for a
     * subject that is none or an end that has passed, 403 where the token has not the right to
     * lists for all tenants, 409 where the tenant has as many entries as it may have.
     */
    @POST
    @Path("entries")
    @Operation(summary = "Add an entry to a list")
    Uni<Entry> add(@NotNull @Valid NewEntry entry);

    /** The two lists. */
    enum ListKind {
        /** What is on it is refused. */
        DENY,
        /** What is on it is trusted. */
        ALLOW
    }

    /** How much an entry covers. */
    enum Extent {
        /** One number. */
        NUMBER,
        /** All numbers that begin with these digits. */
        PREFIX,
        /** All numbers from one to another, larger one of the same length, both included. */
        RANGE,
        /** All numbers of a region. */
        REGION
    }

    /**
     * What an entry is about.
     *
     * @param value NUMBER, and the first of a RANGE: E.164; PREFIX: "+" and the first 1 to 14
     *     digits; REGION: ISO 3166-1 alpha-2
     * @param to the last number of a RANGE, E.164; null otherwise
     */
    record Subject(
            @NotNull Extent extent,
            @NotNull @Pattern(regexp = "[+][1-9][0-9]{0,14}|[A-Z]{2}") String value,
            @Nullable @Pattern(regexp = "[+][1-9][0-9]{3,14}") String to) {

        /** The subject that is one number. */
        public static Subject of(PhoneNumber number) {
            return new Subject(Extent.NUMBER, number.e164(), null);
        }

        @Override
        public String toString() {
            return "Subject[" + extent + "]";
        }
    }

    /**
     * An entry to be added.
     *
     * @param reason why, in words; no personal data
     * @param author who adds it: a person's or platform's name
     * @param expiresAt when it ends: later than now, before the year 10000; null for never
     * @param forAll whether it holds for all tenants: needs a scope of its own
     */
    record NewEntry(
            @NotNull ListKind list,
            @NotNull @Valid Subject subject,
            @NotNull @Size(min = 1, max = 200) @Pattern(regexp = TEXT) String reason,
            @NotNull @Size(min = 1, max = 100) @Pattern(regexp = TEXT) String author,
            @Nullable Instant expiresAt,
            boolean forAll) {}

    /** One line of text, not blank, without control characters. */
    String TEXT = "[^\\p{C}\\p{Z}][^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]*";

    /**
     * An entry.
     *
     * @param id names the entry: the same list, subject and holder have the same id
     * @param subject what it is about; a number is masked, for only its keyed hash is kept
     * @param since when it was added or last replaced
     * @param expiresAt when it ends; null for never
     * @param forAll whether it holds for all tenants
     */
    record Entry(
            String id,
            ListKind list,
            Subject subject,
            String reason,
            String author,
            Instant since,
            @Nullable Instant expiresAt,
            boolean forAll) {}
}
