package io.vouchline.lookup.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vouchline.contract.json.StrictJson;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    private static final String NO_OBJECT = "is not a JSON object";

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
        record Read(long number, String text, CustomerLine line) implements Outcome {}

        /**
         * A line that cannot; the reason holds no value of the line.
         *
         * @param id the customer's durable id, if that much could be read
         */
        record Refused(LineError error, @Nullable String id) implements Outcome {}
    }

    Outcome read(DeliveredLine delivered) {
        return switch (delivered) {
            case DeliveredLine.Unreadable(long number, String reason) ->
                    new Outcome.Refused(new LineError(number, "", reason), null);
            case DeliveredLine.Text(long number, String text) -> read(number, text);
        };
    }

    private Outcome read(long number, String text) {
        try {
            CustomerLine line = reader.readValue(text);
            if (line == null) {
                return new Outcome.Refused(new LineError(number, "", NO_OBJECT), null);
            }
            return fault(line)
                    .<Outcome>map(
                            fault ->
                                    new Outcome.Refused(
                                            new LineError(number, fault.field(), fault.reason()),
                                            line.id()))
                    .orElseGet(() -> new Outcome.Read(number, text, line));
        } catch (UnrecognizedPropertyException e) {
            // Its name is whatever was sent, so it is not repeated.
            return new Outcome.Refused(
                    new LineError(number, holder(e), "has a member that is not known"), id(text));
        } catch (JsonMappingException e) {
            return new Outcome.Refused(new LineError(number, field(e), "cannot be read"), id(text));
        } catch (JsonProcessingException e) {
            return new Outcome.Refused(new LineError(number, "", NO_OBJECT), null);
        }
    }

    private Optional<Fault> fault(CustomerLine line) {
        return validator.validate(line).stream()
                .map(
                        violation ->
                                new Fault(
                                        asDelivered(violation.getPropertyPath().toString()),
                                        violation.getMessage()))
                .min(Comparator.comparing(Fault::field))
                .or(() -> LineRules.fault(line));
    }

    /** What is wrong with a line. */
    record Fault(String field, String reason) {}

    /** The durable id of a line whose other members cannot be read. */
    private @Nullable String id(String text) {
        try {
            return reader.readTree(text).path("id").textValue();
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** As the line names it: {@code phones[0].changed_at}. */
    private static String asDelivered(String path) {
        return path.replace(".<list element>", "")
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }

    /** The object that has the member which is not known. */
    private static String holder(UnrecognizedPropertyException e) {
        return path(e.getPath().subList(0, e.getPath().size() - 1));
    }

    private static String field(JsonMappingException e) {
        return path(e.getPath());
    }

    private static String path(List<JsonMappingException.Reference> steps) {
        StringBuilder field = new StringBuilder();
        for (JsonMappingException.Reference step : steps) {
            if (step.getFieldName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return field.toString();
    }
}
