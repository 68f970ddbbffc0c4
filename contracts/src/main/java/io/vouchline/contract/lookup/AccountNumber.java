package io.vouchline.contract.lookup;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An account number as text, leading zeros kept: 1 to 34 ASCII digits or capital letters (34 is the
 * longest IBAN, ISO 13616). {@link #toString()} shows the last four characters only.
 *
 * @param value the whole number
 */
@Schema(type = SchemaType.STRING, pattern = "[0-9A-Z]{1,34}", examples = "1234567890")
public record AccountNumber(@JsonValue String value) {

    private static final Pattern SYNTAX = Pattern.compile("[0-9A-Z]{1,34}");

    /** Refuses any other text; the message does not repeat it. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AccountNumber {
        if (!SYNTAX.matcher(value).matches()) {
            throw new IllegalArgumentException("not an account number");
        }
    }

    /** The last four characters, or all if there are fewer. */
    public String lastFour() {
        return value.substring(Math.max(value.length() - 4, 0));
    }

    @Override
    public String toString() {
        return "*".repeat(Math.max(value.length() - 4, 0)) + lastFour();
    }
}
