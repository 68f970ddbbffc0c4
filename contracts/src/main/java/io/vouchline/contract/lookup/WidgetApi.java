package io.vouchline.contract.lookup;

import static java.util.Objects.requireNonNullElse;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/**
 * The definitions of a tenant's call widgets: what an agent sees of a call, as the Telavox document
 * has it. System widgets are every tenant's and nobody can change them: 409. The tenant comes from
 * the token.
 */
@Path("/v1/widgets")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface WidgetApi {

    /** How many widgets of its own a tenant can have. */
    int MOST_WIDGETS = 100;

    /** How many buttons a widget can have. */
    int MOST_BUTTONS = 3;

    /** How many rows a widget can have. */
    int MOST_ROWS = 5;

    /** The longest internal name, in UTF-16 units, as all lengths here. */
    int LONGEST_NAME = 100;

    /** The longest title of a header. */
    int LONGEST_TITLE = 100;

    /** The longest label. */
    int LONGEST_LABEL = 50;

    /** The longest value of a row, before its variables are replaced. */
    int LONGEST_VALUE = 200;

    /** The longest URL, before its variables are replaced. */
    int LONGEST_URL = 2_000;

    /** Makes a widget; 409 if the tenant has one of this name, or as many as it can have. */
    @POST
    @ResponseStatus(201)
    @Operation(summary = "Make a call widget")
    @APIResponseSchema(value = Widget.class, responseCode = "201")
    Uni<Widget> create(@NotNull WidgetDefinition definition);

    /** All widgets: the system's first, then the tenant's own, oldest first. */
    @GET
    @Operation(summary = "List the call widgets")
    Uni<List<Widget>> list();

    /** One widget. */
    @GET
    @Path("{id}")
    @Operation(summary = "Read a call widget")
    Uni<Widget> read(@PathParam("id") UUID id);

    /** Replaces a definition; 409 if the version is no longer the one that was read. */
    @PUT
    @Path("{id}")
    @Operation(summary = "Replace the definition of a call widget")
    Uni<Widget> replace(@PathParam("id") UUID id, @NotNull @Valid Replacement replacement);

    /** Deletes a widget. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete a call widget")
    Uni<Void> delete(@PathParam("id") UUID id);

    /**
     * A widget.
     *
     * @param version counts the replacements, from 1
     */
    record Widget(
            UUID id,
            Origin origin,
            int version,
            Instant createdAt,
            Instant updatedAt,
            WidgetDefinition definition) {}

    /** Who made a widget. */
    enum Origin {
        /** It is built in, the same for every tenant. */
        SYSTEM,
        /** The tenant made it. */
        USER
    }

    /**
     * A new definition.
     *
     * @param version the widget's version as it was read
     */
    record Replacement(@Min(1) int version, @NotNull WidgetDefinition definition) {}

    /**
     * What a widget shows. Its shown texts and URLs are {@link Template}s; no text has control
     * characters or such as reverse the direction of what follows.
     *
     * @param name internal, never shown; the tenant has it once, whatever the case of its letters
     * @param shownIf the variable without whose value the widget is hidden; null if it is always
     *     shown
     * @param buttons at most 3; left out if there are none
     * @param rows at most 5; left out if there are none
     */
    record WidgetDefinition(
            @Schema(required = true, minLength = 1, maxLength = LONGEST_NAME) String name,
            @Schema(maxLength = 64) @Nullable String shownIf,
            @Schema(required = true) Header header,
            @Schema(maxItems = MOST_BUTTONS) List<Button> buttons,
            @Schema(maxItems = MOST_ROWS) List<Row> rows) {

        /** Reads a list that was left out as an empty one. */
        public WidgetDefinition {
            buttons = requireNonNullElse(buttons, List.of());
            rows = requireNonNullElse(rows, List.of());
        }
    }

    /**
     * A widget's head. With a URL it can always be clicked.
     *
     * @param actionLabel says what the URL is for; null if there is none
     * @param actionUrl null if there is no label
     * @param autorun whether the URL is opened when the call is answered; left out for no
     */
    record Header(
            @Schema(required = true, minLength = 1, maxLength = LONGEST_TITLE) String title,
            @Schema(minLength = 1, maxLength = LONGEST_LABEL) @Nullable String actionLabel,
            @Schema(maxLength = LONGEST_URL) @Nullable String actionUrl,
            Boolean autorun) {

        /** Reads an autorun that was left out as no. */
        public Header {
            autorun = requireNonNullElse(autorun, false);
        }
    }

    /** A button that opens a URL. */
    record Button(
            @Schema(required = true, minLength = 1, maxLength = LONGEST_LABEL) String label,
            @Schema(required = true, maxLength = LONGEST_URL) String url) {}

    /**
     * A line of a widget.
     *
     * @param title the value: static, or with variables
     * @param label says what the value is; null if that needs no saying
     * @param url opened when the row is clicked; null if it cannot be
     */
    record Row(
            @Schema(required = true, minLength = 1, maxLength = LONGEST_VALUE) String title,
            @Schema(minLength = 1, maxLength = LONGEST_LABEL) @Nullable String label,
            @Schema(maxLength = LONGEST_URL) @Nullable String url) {}
}
