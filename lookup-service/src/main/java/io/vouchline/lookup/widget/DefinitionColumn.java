package io.vouchline.lookup.widget;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vouchline.contract.lookup.WidgetApi.WidgetDefinition;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/**
 * Writes definitions as JSON. It has a mapper of its own: what is written in the database must not
 * change with the settings of the HTTP side. Members that a newer release has written are passed
 * over.
 */
@Converter
public final class DefinitionColumn implements AttributeConverter<WidgetDefinition, String> {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    @Override
    public String convertToDatabaseColumn(WidgetDefinition definition) {
        try {
            return MAPPER.writeValueAsString(definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a widget's definition could not be written", e);
        }
    }

    @Override
    public WidgetDefinition convertToEntityAttribute(String json) {
        try {
            return MAPPER.readValue(json, WidgetDefinition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored widget's definition is not readable", e);
        }
    }
}
