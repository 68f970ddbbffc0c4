package io.vouchline.local;

import static io.vouchline.local.FleetUnderTest.credentials;
import static io.vouchline.local.FleetUnderTest.fleet;
import static io.vouchline.local.FleetUnderTest.keys;
import static io.vouchline.local.FleetUnderTest.printed;
import static io.vouchline.local.FleetUnderTest.secrets;
import static io.vouchline.local.FleetUnderTest.strangers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.contract.testing.Requirement;
import io.vouchline.local.carrier.OutboxMessage;
import io.vouchline.local.file.PrivateFiles;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the fleet has printed until its end, after all other tests of it. */
@ExtendWith(FleetUnderTest.class)
@Order(Integer.MAX_VALUE - 1)
class FleetLogsIT {

    private static List<OutboxMessage> messages;
    private static String log;

    @BeforeAll
    static void stop() {
        messages = fleet().outbox().messages();
        fleet().close();
        log = printed().lines().filter(line -> line.startsWith("[")).toList().toString();
    }

    @Test
    void theServicesHaveLogged() {
        for (String service : List.of("gateway", "lookup", "otp", "risk")) {
            assertTrue(log.contains("[" + service + "] "), service);
        }
    }

    @Test
    @Requirement(39)
    void noLogNamesACallerOrACustomer() {
        // In the forms of all doors: with and without country code.
        Stream.of(
                        messages.stream().map(OutboxMessage::to).map(FleetLogsIT::local),
                        strangers().stream().map(FleetLogsIT::local),
                        Stream.of("1234567890", "6502530000", "Jane Doe", "Mona", "Casey Tester"))
                .flatMap(all -> all)
                .distinct()
                .forEach(person -> assertFalse(log.contains(person), person));
    }

    /** The part of a number or mailbox by which it is known. */
    private static String local(String contact) {
        return contact.contains("@")
                ? contact.substring(0, contact.indexOf('@') + 1)
                : contact.replaceFirst("^\\+(1|371|46|870)", "");
    }

    @Test
    @Requirement(8)
    void noLogHoldsACodeASecretOrAnOtpauthUri() {
        messages.stream()
                .map(OutboxMessage::code)
                .filter(Objects::nonNull)
                .forEach(
                        code ->
                                assertFalse(
                                        Pattern.compile("(?<!\\w)" + code + "(?!\\w)")
                                                .matcher(log)
                                                .find(),
                                        "a code"));
        Stream.of(
                        secrets().stream(),
                        Stream.of("otpauth", "whsec_"),
                        Stream.of(
                                credentials().apiKey(),
                                credentials().documentApiKey(),
                                credentials().customerKey(),
                                credentials().blockedCustomerKey(),
                                PrivateFiles.read(keys().carrierToken())))
                .flatMap(all -> all)
                .forEach(secret -> assertFalse(log.contains(secret), "a secret"));
    }

    @Test
    void whatCarrierAndAppToldAndAskedWasTaken() {
        assertEquals(
                List.of(),
                printed()
                        .lines()
                        .filter(line -> line.matches("vouchline (carrier|app): .*"))
                        .toList());
    }
}
