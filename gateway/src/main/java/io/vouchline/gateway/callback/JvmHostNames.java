package io.vouchline.gateway.callback;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The names as this machine resolves them. That blocks a thread, longer than anybody waits where a
 * name server is silent: threads of its own do it, and of these a client has only some.
 */
@Singleton
class JvmHostNames implements HostNames {

    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Map<String, Semaphore> perClient = new ConcurrentHashMap<>();
    private final int mostPerClient;
    private final Lookup lookup;
    private final ExecutorService threads;

    @Inject
    JvmHostNames(CallbackConfig config) {
        this(config.atOnce(), config.atOncePerClient(), InetAddress::getAllByName);
    }

    JvmHostNames(int most, int mostPerClient, Lookup lookup) {
        this.mostPerClient = mostPerClient;
        this.lookup = lookup;
        this.threads =
                new ThreadPoolExecutor(
                        0,
                        most,
                        IDLE.toMillis(),
                        TimeUnit.MILLISECONDS,
                        new SynchronousQueue<>(),
                        Thread.ofPlatform().daemon().name("callback-names-", 0).factory());
    }

    /** What blocks. */
    interface Lookup {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    void end(@Observes ShutdownEvent stopping) {
        List<Runnable> _ = threads.shutdownNow();
    }

    @Override
    public Uni<List<InetAddress>> addresses(String client, String host) {
        Semaphore free = perClient.computeIfAbsent(client, any -> new Semaphore(mostPerClient));
        return Uni.createFrom()
                .<List<InetAddress>>emitter(
                        answer -> {
                            if (!free.tryAcquire()) {
                                answer.fail(busy());
                                return;
                            }
                            try {
                                threads.execute(
                                        () -> {
                                            try {
                                                answer.complete(List.of(lookup.addresses(host)));
                                            } catch (UnknownHostException | RuntimeException e) {
                                                answer.fail(e);
                                            } finally {
                                                free.release();
                                            }
                                        });
                            } catch (RejectedExecutionException e) {
                                free.release();
                                answer.fail(busy());
                            }
                        })
                .ifNoItem()
                .after(LONGEST)
                .fail();
    }

    private static IllegalStateException busy() {
        return new IllegalStateException("too many names are looked up");
    }
}
