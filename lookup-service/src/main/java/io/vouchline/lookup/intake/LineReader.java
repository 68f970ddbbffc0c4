package io.vouchline.lookup.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;

/** Reads and validates one line. */
@Singleton
@RegisterForReflection(
        targets = {
            CustomerLine.class,
            CustomerLine.PhoneLine.class,
            CustomerLine.MailboxLine.class,
            CustomerLine.AccountLine.class,
            CustomerLine.DebitCardLine.class,
            CustomerLine.CreditCardLine.class,
            CustomerLine.TransactionLine.class
        })
final class LineReader {

    private final ObjectReader reader =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .build()
                    .readerFor(CustomerLine.class);
    private final Validator validator;

    LineReader(Validator validator) {
        this.validator = validator;
    }

    /** What became of a line: the customer, or why there is none. */
    sealed interface Outcome {

        /** A line that can be stored. */
        record Read(CustomerLine line) implements Outcome {}

        /** A line that cannot; the reason holds no value of the line. */
        record Refused(LineError error) implements Outcome {}
    }

    Outcome read(int lineNumber, String text) {
        try {
            CustomerLine line = reader.readValue(text);
            return validator.validate(line).stream()
                    .min(Comparator.comparing(violation -> violation.getPropertyPath().toString()))
                    .<Outcome>map(violation -> new Outcome.Refused(error(lineNumber, violation)))
                    .orElseGet(() -> new Outcome.Read(line));
        } catch (JsonMappingException e) {
            return new Outcome.Refused(new LineError(lineNumber, field(e), "cannot be read"));
        } catch (JsonProcessingException e) {
            return new Outcome.Refused(new LineError(lineNumber, "", "is not a JSON object"));
        }
    }

    private static LineError error(int lineNumber, ConstraintViolation<CustomerLine> violation) {
        return new LineError(
                lineNumber, violation.getPropertyPath().toString(), violation.getMessage());
    }

    private static String field(JsonMappingException e) {
        StringBuilder field = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return field.toString();
    }
}
