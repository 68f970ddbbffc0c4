package io.vouchline.lookup.vault;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.UUID;

/**
 * Seals records as JSON. It has a mapper of its own: what is written in the database must not
 * change with the settings of the HTTP side.
 */
@Singleton
public final class SealedJson {

    private final ObjectMapper mapper =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();
    private final Vault vault;

    SealedJson(Vault vault) {
        this.vault = vault;
    }

    /** Seals a record for this row. */
    public byte[] seal(Object value, String tenant, UUID row) {
        try {
            return vault.seal(mapper.writeValueAsBytes(value), tenant, row);
        } catch (IOException e) {
            throw new SealException("a record could not be written as JSON", e);
        }
    }

    /** Opens a record that was sealed for this row. */
    public <T> T open(byte[] sealed, Class<T> type, String tenant, UUID row) {
        try {
            return mapper.readValue(vault.open(sealed, tenant, row), type);
        } catch (IOException e) {
            // Without the cause: Jackson's message repeats what it could not read.
            throw new SealException("a sealed " + type.getSimpleName() + " is not readable", null);
        }
    }
}
