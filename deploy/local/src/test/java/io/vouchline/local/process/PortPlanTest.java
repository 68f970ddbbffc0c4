package io.vouchline.local.process;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vouchline.local.report.StartFailure;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortPlanTest {

    @Test
    void theStandardPortsAreThoseOfTheDocumentation() {
        PortPlan plan = PortPlan.standard();

        assertEquals(new MemberPorts(8080, 9080), plan.of(Member.GATEWAY));
        assertEquals(new MemberPorts(8081, 9081), plan.of(Member.LOOKUP));
        assertEquals(new MemberPorts(8082, 9082), plan.of(Member.OTP));
        assertEquals(new MemberPorts(8083, 9083), plan.of(Member.RISK));
    }

    @Test
    void freePortsAreFree() {
        assertDoesNotThrow(PortPlan.free()::requireFree);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
    void aBusyPortIsNamedWithItsUseAndTheRemedy(String address) throws IOException {
        PortPlan plan = PortPlan.free();
        int port = plan.of(Member.OTP).management();
        try (ServerSocket other = new ServerSocket()) {
            other.bind(new InetSocketAddress(address, port));

            String sentence = assertThrows(StartFailure.class, plan::requireFree).sentence();

            assertEquals(
                    "Port %1$d is in use by another program, but the fleet needs it for the management port of the otp-service: stop that program (lsof -i :%1$d shows it) and start the fleet again."
                            .formatted(port),
                    sentence);
        }
    }
}
