package io.vouchline.lookup;

import static io.vouchline.lookup.LookupCalls.askByNumber;
import static io.vouchline.lookup.LookupCalls.load;
import static io.vouchline.lookup.LookupCalls.loading;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What somebody finds who has stolen the database: files, write-ahead log, everything. */
@QuarkusTest
@QuarkusTestResource(LookupFixture.class)
class AtRestServiceTest {

    private static final String SUBJECT =
            """
            {"id":"subject-4711-xyz","name":"Wilhelmina Quackenbush","birth_date":"1931-12-30","phones":[{"number":"+16502531234","verified":true}],"mailboxes":[{"address":"wilhelmina@quackenbush.example","verified":true}],"accounts":[{"number":"8675309123","capacity":"self","debit_cards":[{"last_four":"7391","expiry":"2031-08","primary":true}],"last_transaction":{"amount":"98765.43","payment_mode":"online","at":"2026-10-29"}}],"credit_cards":[{"last_four":"6428","expiry":"2033-11"}],"last_card_transaction":{"amount":"12345.67","payment_mode":"credit","at":"2026-10-28"}}
            """;

    /** In every form in which a value might have been written; four digits alone are everywhere. */
    private static final List<String> CLEAR =
            List.of(
                    "subject-4711",
                    "Wilhelmina",
                    "wilhelmina",
                    "uackenbush",
                    "1931-12-30",
                    "6502531234",
                    "8675309123",
                    "98765.43",
                    "12345.67",
                    "2031-08",
                    "2033-11",
                    "\"7391\"",
                    "\"6428\"",
                    "last_four",
                    "lastFour");

    @Inject Database database;

    @Test
    void noFileOfTheDatabaseHoldsAClearValue() throws IOException {
        load("at-rest-bank", SUBJECT).body("rejected", is(0));
        load("at-rest-bank", SUBJECT.replace("+16502531234", "+16502531235"))
                .body("updated", is(1));
        load("at-rest-bank", SUBJECT + "{\"id\":\"subject-4711-xyz\",\"name\":\"\"}\n");
        askByNumber("at-rest-bank", "answers/reveal", "+16502531234");
        askByNumber("at-rest-bank", "customers/find", "+16502531234");
        database.run("CREATE TABLE IF NOT EXISTS marker (text text)");
        database.run("INSERT INTO marker VALUES ('a clear marker that must be found')");
        database.run("CHECKPOINT");

        List<String> found = new ArrayList<>();
        boolean marker = false;
        for (Path file : files()) {
            String content = content(file);
            marker |= content.contains("a clear marker that must be found");
            CLEAR.stream()
                    .filter(content::contains)
                    .forEach(value -> found.add(value + " in " + file));
        }
        assertTrue(marker, "the search must find what is there");
        assertEquals(List.of(), found);
    }

    @Test
    void aRewriteSealsUnchangedCustomersAnew() {
        String tenant = "rewrite-bank";
        load(tenant, SUBJECT);
        String before = sealed(tenant);
        load(tenant, SUBJECT).body("unchanged", is(1));
        assertEquals(before, sealed(tenant));
        loading(tenant, LookupCalls.NDJSON)
                .body(SUBJECT)
                .post("/v1/customers:import?rewrite=true")
                .then()
                .statusCode(200)
                .body("unchanged", is(1));
        assertNotEquals(before, sealed(tenant));
        askByNumber(tenant, "customers/find", "+16502531234").body("outcome", is("SINGLE"));
    }

    private String sealed(String tenant) {
        return database.value(
                """
                SELECT (SELECT md5(profile) FROM customer WHERE tenant = '%1$s') || ' '
                  || (SELECT md5(details) FROM account WHERE tenant = '%1$s')
                """
                        .formatted(tenant));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(database.folder())) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (NoSuchFileException e) {
            // The server removes files of its own while it runs.
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
