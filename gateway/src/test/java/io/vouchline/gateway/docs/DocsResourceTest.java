package io.vouchline.gateway.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vouchline.contract.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class DocsResourceTest {

    @Test
    void turnedOffThereIsNothing() {
        DocsResource off = new DocsResource(() -> false, new Pages());
        List<Executable> all =
                List.of(
                        off::index,
                        off::style,
                        () -> off.page("dialogflow"),
                        () -> off.document("dialogflow"));
        for (Executable one : all) {
            assertEquals(404, assertThrows(ProblemException.class, one).problem().status());
        }
    }

    @Test
    void turnedOnThePageIsThere() {
        DocsResource on = new DocsResource(() -> true, new Pages());
        assertEquals(200, on.index().getStatus());
        assertEquals(200, on.document("telesign").getStatus());
        assertThrows(ProblemException.class, () -> on.page("another"));
    }
}
