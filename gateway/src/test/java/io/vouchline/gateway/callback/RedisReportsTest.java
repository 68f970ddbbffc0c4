package io.vouchline.gateway.callback;

import static io.vouchline.contract.testing.RedisConnection.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.testing.RedisStoreTest;
import io.vouchline.contract.testing.Settings;
import io.vouchline.gateway.callback.Reports.Added;
import io.vouchline.gateway.callback.Reports.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisReportsTest extends RedisStoreTest {

    private static final int MOST_WAITING = 40;
    private static final Duration LEASE_IS_OVER = Reports.LEASE.plusSeconds(1);

    private Reports reports;
    private Reports ofAnotherReplica;
    private String client;

    @BeforeEach
    void twoReplicas() {
        reports = replica();
        ofAnotherReplica = replica();
        client = "client-" + anyNumber();
    }

    private Reports replica() {
        return new RedisReports(
                redis,
                Settings.of(
                        CallbackConfig.class,
                        Map.of("most-waiting", Integer.toString(MOST_WAITING))),
                clock);
    }

    @Test
    void aReportIsTakenAsItWasAdded() {
        Report report = added(100);
        assertEquals(List.of(report.id()), due());
        assertEquals(Optional.of(new Taken(report, 0, "1")), take(report));
    }

    @Test
    void whatIsAddedTwiceWaitsOnce() {
        Report report = added(100);
        assertEquals(Added.KNOWN, await(ofAnotherReplica.add(report)));
        assertEquals(1, await(reports.due(client, 10)).waiting());
    }

    @Test
    void whatWasDeliveredIsNotAddedAgainNorDue() {
        Report report = added(100);
        Taken taken = take(report).orElseThrow();
        await(reports.delivered(taken.report()));
        assertEquals(Added.KNOWN, await(reports.add(report)));
        clock.moveTo(Duration.ofHours(1));
        assertEquals(0, await(reports.due(client, 10)).waiting());
        assertEquals(Optional.empty(), take(report));
    }

    @Test
    void anotherStatusOfATransactionIsAnotherReport() {
        Report one = added(107);
        Report other = status(one, 200);
        assertEquals(Added.ADDED, await(reports.add(other)));
        assertEquals(List.of(one.id(), other.id()), due().stream().sorted().toList());
    }

    @Test
    void ofTwoReplicasThatTakeAtOnceOneGetsIt() {
        List<Uni<Optional<Taken>>> takes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Report report = added(100);
            takes.add(reports.take(client, report.id()));
            takes.add(ofAnotherReplica.take(client, report.id()));
        }
        List<Optional<Taken>> taken = await(Uni.join().all(takes).andFailFast());
        assertEquals(20, taken.stream().flatMap(Optional::stream).count());
        assertEquals(
                20,
                taken.stream()
                        .flatMap(Optional::stream)
                        .map(one -> one.report().id())
                        .distinct()
                        .count());
    }

    @Test
    void whatAReplicaTookAndDidNotEndIsAnothersWhenItsLeaseIsOver() {
        Report report = added(100);
        assertTrue(take(report).isPresent());
        clock.moveTo(Reports.LEASE.minusSeconds(2));
        assertEquals(List.of(), due());
        assertTrue(await(ofAnotherReplica.take(client, report.id())).isEmpty());
        clock.moveTo(LEASE_IS_OVER);
        assertEquals(List.of(report.id()), due());
        assertEquals(
                Optional.of(new Taken(report, 0, "2")),
                await(ofAnotherReplica.take(client, report.id())));
    }

    @Test
    void whoseLeaseIsOverNeitherPutsItBackNorGivesItUp() {
        Report report = added(100);
        Taken late = take(report).orElseThrow();
        clock.moveTo(LEASE_IS_OVER);
        Taken now = await(ofAnotherReplica.take(client, report.id())).orElseThrow();
        assertFalse(await(reports.again(late, Duration.ZERO)));
        assertFalse(await(reports.giveUp(late)));
        assertEquals(List.of(), due());
        assertTrue(await(ofAnotherReplica.again(now, Duration.ZERO)));
        assertEquals(1, take(report).orElseThrow().tries());
    }

    @Test
    void whatArrivedAfterTheLeaseWasOverHasArrived() {
        Report report = added(100);
        Taken late = take(report).orElseThrow();
        clock.moveTo(LEASE_IS_OVER);
        Taken now = await(ofAnotherReplica.take(client, report.id())).orElseThrow();
        await(reports.delivered(late.report()));
        assertFalse(await(ofAnotherReplica.again(now, Duration.ZERO)));
        assertEquals(0, await(reports.due(client, 10)).waiting());
    }

    @Test
    void aFailedTryIsCountedAndWaitedFor() {
        Report report = added(100);
        assertTrue(await(reports.again(take(report).orElseThrow(), Duration.ofSeconds(5))));
        clock.moveTo(Duration.ofSeconds(4));
        assertEquals(List.of(), due());
        clock.moveTo(Duration.ofSeconds(6));
        assertEquals(List.of(report.id()), due());
        Taken second = take(report).orElseThrow();
        assertEquals(1, second.tries());
        assertTrue(await(reports.giveUp(second)));
        assertEquals(0, await(reports.due(client, 10)).waiting());
        assertEquals(Added.KNOWN, await(reports.add(report)));
    }

    @Test
    void noMoreThanSomeOfAClientWait() {
        for (int i = 0; i < MOST_WAITING; i++) {
            Report _ = added(100);
        }
        Report late = report(100);
        assertEquals(Added.FULL, await(reports.add(late)));
        assertEquals(MOST_WAITING, await(reports.due(client, 10)).waiting());
        await(reports.delivered(take(due().getFirst()).orElseThrow().report()));
        assertEquals(Added.ADDED, await(reports.add(late)));
    }

    @Test
    void whatIsDueLongestComesFirst() {
        clock.moveTo(Duration.ofSeconds(2));
        Report second = added(100);
        clock.moveTo(Duration.ofSeconds(1));
        Report first = added(100);
        clock.moveTo(Duration.ofSeconds(3));
        assertEquals(List.of(first.id(), second.id()), due());
        assertEquals(List.of(first.id()), await(reports.due(client, 1)).ids());
    }

    @Test
    void aClientsReportsAreNoneOfAnothers() {
        Report report = added(100);
        assertEquals(List.of(), await(reports.due("other-" + client, 10)).ids());
        assertTrue(await(reports.take("other-" + client, report.id())).isEmpty());
    }

    @Test
    void allThatIsKeptEnds() {
        Report waiting = added(100);
        Report done = added(101);
        await(reports.delivered(done));
        String tag = "{callback:" + client + "}:";
        for (String key :
                List.of(tag + "due", tag + "report:" + waiting.id(), tag + "report:" + done.id())) {
            long left = Objects.requireNonNull(await(redis.pttl(key))).toLong();
            assertTrue(left > Duration.ofHours(24).toMillis(), key);
            assertTrue(left <= Duration.ofHours(25).toMillis(), key);
        }
    }

    @Test
    void whatWaitedLongerThanItIsRememberedIsForgotten() {
        Report report = added(100);
        String key = "{callback:" + client + "}:report:" + report.id();
        assertEquals(1, Objects.requireNonNull(await(redis.del(List.of(key)))).toInteger());
        assertEquals(List.of(report.id()), due());
        assertEquals(Optional.empty(), take(report));
        assertEquals(0, await(reports.due(client, 10)).waiting());
    }

    private Report added(int code) {
        Report report = report(code);
        assertEquals(Added.ADDED, await(reports.add(report)));
        return report;
    }

    private Report report(int code) {
        return new Report(
                client,
                anyNumber(),
                new ReportStatus(code, "A text with (signs), and more", "UNKNOWN"),
                Instant.ofEpochMilli(1_769_860_800_123L));
    }

    private static Report status(Report report, int code) {
        return new Report(
                report.client(),
                report.reference(),
                new ReportStatus(code, "Another text", "VALID"),
                report.updatedOn());
    }

    private List<String> due() {
        return await(reports.due(client, 10)).ids();
    }

    private Optional<Taken> take(Report report) {
        return take(report.id());
    }

    private Optional<Taken> take(String id) {
        return await(reports.take(client, id));
    }
}
