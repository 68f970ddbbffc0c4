package io.vouchline.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vouchline.contract.risk.ListApi.NewEntry;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Instant;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** What risk-service takes as a new entry of a list, by the contract. */
final class NewEntries {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    private static final Validator VALIDATOR =
            Validation.byProvider(HibernateValidator.class)
                    .configure()
                    .messageInterpolator(new ParameterMessageInterpolator())
                    .buildValidatorFactory()
                    .getValidator();

    private NewEntries() {}

    static boolean isOne(String body) {
        try {
            NewEntry entry = MAPPER.readValue(body, NewEntry.class);
            return VALIDATOR.validate(entry).isEmpty()
                    && (entry.expiresAt() == null || entry.expiresAt().isAfter(Instant.now()));
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
