package io.vouchline.lookup.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vouchline.contract.json.StrictJson;
import io.vouchline.lookup.intake.CustomerLine.AccountLine;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

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

    private final ObjectReader reader = mapper().readerFor(CustomerLine.class);
    private final Validator validator;

    LineReader(Validator validator) {
        this.validator = validator;
    }

    /** Strict, but for amounts: they come as text, so that no reader on the way rounds them. */
    private static ObjectMapper mapper() {
        ObjectMapper mapper =
                StrictJson.strict(
                        JsonMapper.builder()
                                .addModule(new JavaTimeModule())
                                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                                .build());
        mapper.coercionConfigFor(LogicalType.Float)
                .setCoercion(CoercionInputShape.String, CoercionAction.TryConvert);
        return mapper;
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
            if (line == null) {
                return new Outcome.Refused(new LineError(lineNumber, "", "is not a JSON object"));
            }
            if (holdsAnAccountTwice(line)) {
                return new Outcome.Refused(
                        new LineError(lineNumber, "accounts", "hold one account twice"));
            }
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

    private static boolean holdsAnAccountTwice(CustomerLine line) {
        List<AccountLine> accounts = Objects.requireNonNullElse(line.accounts(), List.of());
        long distinct =
                accounts.stream()
                        .filter(Objects::nonNull)
                        .map(AccountLine::number)
                        .distinct()
                        .count();
        return distinct < accounts.size();
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
