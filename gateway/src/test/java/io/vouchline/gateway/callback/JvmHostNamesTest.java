package io.vouchline.gateway.callback;

import static io.vouchline.contract.testing.RedisConnection.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class JvmHostNamesTest {

    private final CountDownLatch answers = new CountDownLatch(1);

    @Test
    void anAddressIsItself() {
        JvmHostNames names = new JvmHostNames(2, 1, InetAddress::getAllByName);
        assertEquals(
                List.of("127.0.0.1"),
                await(names.addresses("client", "127.0.0.1")).stream()
                        .map(InetAddress::getHostAddress)
                        .toList());
    }

    @Test
    void aSilentNameServerIsNotWaitedForAndHoldsUpItsClientOnly() {
        JvmHostNames names = new JvmHostNames(3, 2, this::lookup);
        var first = names.addresses("one", "silent").subscribe().withSubscriber(subscriber());
        var second = names.addresses("one", "silent").subscribe().withSubscriber(subscriber());
        assertThrows(IllegalStateException.class, () -> await(names.addresses("one", "other")));
        assertEquals(1, await(names.addresses("another", "other")).size());
        first.awaitFailure().assertFailedWith(TimeoutException.class);
        second.awaitFailure().assertFailedWith(TimeoutException.class);
        // Its threads are busy for as long as they are, whoever has stopped waiting.
        assertThrows(IllegalStateException.class, () -> await(names.addresses("one", "other")));
        answers.countDown();
        assertEquals(1, await(untilThereIsRoom(names.addresses("one", "other"))).size());
    }

    @Test
    void aNameThatDoesNotExistFails() {
        JvmHostNames names = new JvmHostNames(2, 1, this::lookup);
        assertThrows(CompletionException.class, () -> await(names.addresses("client", "nowhere")));
    }

    private static <T> Uni<T> untilThereIsRoom(Uni<T> uni) {
        return uni.onFailure(IllegalStateException.class)
                .retry()
                .withBackOff(java.time.Duration.ofMillis(10))
                .atMost(20);
    }

    private static UniAssertSubscriber<List<InetAddress>> subscriber() {
        return UniAssertSubscriber.create();
    }

    private InetAddress[] lookup(String host) throws java.net.UnknownHostException {
        if (host.equals("nowhere")) {
            throw new java.net.UnknownHostException(host);
        }
        if (host.equals("silent")) {
            try {
                answers.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return new InetAddress[] {InetAddress.getLoopbackAddress()};
    }
}
