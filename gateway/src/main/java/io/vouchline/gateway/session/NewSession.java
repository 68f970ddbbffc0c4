package io.vouchline.gateway.session;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A session that is to begin, or to go on.
 *
 * @param externalId the platform's own name of the call
 * @param platform the platform, such as twilio
 * @param ani the calling number, with or without its country code; null if it is withheld
 * @param attestation what STIR/SHAKEN says of it: A, B, C, FAILED or NONE
 * @param language the caller's language (BCP 47); null for the client's own
 * @param assertion what was proven before, signed
 * @param parameters the input parameters of the Dialogflow document by their bare names
 */
public record NewSession(
        @NotNull @Size(min = 1, max = 256) String externalId,
        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,31}") String platform,
        @Nullable @Size(max = 64) String ani,
        @Nullable @Pattern(regexp = "A|B|C|FAILED|NONE") String attestation,
        @Nullable @Size(max = 35) String language,
        @Nullable @Size(max = 4_096) String assertion,
        @NotNull @Size(max = 32) @Schema(type = SchemaType.OBJECT, implementation = Object.class)
                Map<String, JsonNode> parameters) {

    @Override
    public String toString() {
        return "NewSession[" + platform + "]";
    }
}
