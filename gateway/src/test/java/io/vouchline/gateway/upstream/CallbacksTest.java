package io.vouchline.gateway.upstream;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.otp.CarrierApi.CarrierReport;
import io.vouchline.contract.otp.CarrierApi.Script;
import io.vouchline.contract.otp.CarrierApi.Taken;
import io.vouchline.contract.otp.PushApi.Answered;
import io.vouchline.contract.otp.PushApi.SignedAnswer;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.gateway.GatewayFixture;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewayFixture.class)
class CallbacksTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final CarrierReport REPORT = new CarrierReport("A-1", "a=b", "signature");
    private static final SignedAnswer ANSWER = new SignedAnswer("a", "1", "v1,a", "{}");

    private final AtomicInteger reports = new AtomicInteger();

    @Inject UpstreamConfig config;

    @Test
    void reportsThatFailKeepNeitherAKeyNorAnApprovalFromBeingTaken() {
        Callbacks callbacks = new Callbacks(carrier(), app(), config);
        for (int i = 0; i < 25; i++) {
            ProblemException away =
                    assertThrows(
                            ProblemException.class,
                            () -> callbacks.status(REPORT).await().atMost(PATIENCE));
            assertEquals(503, away.problem().status());
        }
        int made = reports.get();
        assertThrows(
                ProblemException.class, () -> callbacks.status(REPORT).await().atMost(PATIENCE));
        assertEquals(made, reports.get(), "the breaker of the reports is not open");
        assertEquals("<Response/>", callbacks.key(REPORT).await().atMost(PATIENCE).twiml());
        assertDoesNotThrow(() -> callbacks.answer(ANSWER).await().atMost(PATIENCE));
    }

    private CarrierReportClient carrier() {
        return client(
                CarrierReportClient.class,
                method ->
                        method.equals("status")
                                ? gone()
                                : Uni.createFrom().item(new Script("<Response/>")));
    }

    private Uni<Taken> gone() {
        int _ = reports.incrementAndGet();
        return Uni.createFrom().failure(new IOException("gone"));
    }

    private static PushAnswerClient app() {
        return client(PushAnswerClient.class, _ -> Uni.createFrom().item(new Answered(true)));
    }

    /** A client that answers by the name of the method that is called. */
    private static <T> T client(Class<T> type, Function<String, Uni<?>> answers) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> answers.apply(method.getName())));
    }
}
