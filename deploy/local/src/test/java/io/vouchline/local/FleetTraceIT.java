package io.vouchline.local;

import static io.vouchline.local.FleetUnderTest.credentials;
import static io.vouchline.local.FleetUnderTest.customer;
import static io.vouchline.local.FleetUnderTest.keyed;
import static io.vouchline.local.FleetUnderTest.printed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One request is followed through the services' logs. */
@ExtendWith(FleetUnderTest.class)
class FleetTraceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void theLogsOfAllServicesThatARequestCameToHaveItsTracesId() {
        customer("traced", "6502530058");
        byte[] bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        String trace = HexFormat.of().formatHex(bytes);
        String answered =
                keyed(credentials().apiKey())
                        .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                        .contentType(ContentType.JSON)
                        .body("{\"phone_number\":\"6502530058\",\"channel\":\"mobile\"}")
                        .post("/dialogflow/send_otp")
                        .then()
                        .statusCode(200)
                        .extract()
                        .header("Vouchline-Correlation-Id");
        assertEquals(trace, answered);
        for (String service : List.of("gateway", "lookup", "risk", "otp")) {
            assertTrue(isLogged(service, trace), () -> service + " has not logged " + trace);
        }
    }

    /** What a process prints arrives when it does. */
    private static boolean isLogged(String service, String trace) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            if (printed()
                    .lines()
                    .anyMatch(
                            line ->
                                    line.startsWith("[" + service + "] ")
                                            && line.contains(trace))) {
                return true;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return false;
    }
}
