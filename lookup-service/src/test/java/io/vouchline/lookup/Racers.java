package io.vouchline.lookup;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Requests that are sent at the same moment. */
public final class Racers {

    private Racers() {}

    /** What each of them got. */
    public static <T> List<T> race(int count, IntFunction<T> request) {
        CountDownLatch start = new CountDownLatch(count);
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            List<Future<T>> answers =
                    IntStream.range(0, count)
                            .mapToObj(
                                    i ->
                                            threads.submit(
                                                    () -> {
                                                        start.countDown();
                                                        start.await();
                                                        return request.apply(i);
                                                    }))
                            .toList();
            return answers.stream().map(Racers::answer).toList();
        }
    }

    private static <T> T answer(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
