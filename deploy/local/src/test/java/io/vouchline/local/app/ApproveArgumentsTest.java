package io.vouchline.local.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vouchline.local.report.UsageError;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApproveArgumentsTest {

    private static final String REFERENCE = "0123456789ABCDEF0123456789ABCDEF";

    @Test
    void theMatchApproves() {
        assertEquals(new Approval(REFERENCE, Optional.of("07")), parse(REFERENCE, "07"));
    }

    @Test
    void aDenialNeedsNoMatch() {
        assertEquals(new Approval(REFERENCE, Optional.empty()), parse(REFERENCE, "--deny"));
        assertEquals(new Approval(REFERENCE, Optional.empty()), parse("--deny", REFERENCE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''           | REFERENCE is missing: deploy/local/outbox shows it",
                "--deny       | REFERENCE is missing: deploy/local/outbox shows it",
                "abc 42       | REFERENCE is 32 digits and letters from A to F, not abc",
                "REF          | MATCH is missing: give the two digits that the caller was told, or --deny",
                "REF 4        | MATCH is two digits, not 4",
                "REF 042      | MATCH is two digits, not 042",
                "REF 42 x     | one answer at a time: x is one too many",
                "REF 42 --deny | MATCH approves and --deny denies: give one of them",
                "REF --no     | there is no option --no",
            })
    void aWrongCommandIsAnsweredWithWhatIsWrong(String arguments, String sentence) {
        String[] words =
                arguments.isEmpty()
                        ? new String[0]
                        : arguments.replace("REF", REFERENCE).split(" ");

        assertEquals(sentence, assertThrows(UsageError.class, () -> parse(words)).sentence());
    }

    private static Approval parse(String... arguments) {
        return ApproveArguments.parse(List.of(arguments));
    }
}
