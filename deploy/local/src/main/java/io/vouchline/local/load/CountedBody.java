package io.vouchline.local.load;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A file as the body of a request. It is read piece by piece, as fast as the other side takes the
 * pieces, and counted meanwhile.
 */
final class CountedBody {

    private final AtomicLong sent = new AtomicLong();
    private final CustomerFile file;

    CountedBody(CustomerFile file) {
        this.file = file;
    }

    long sent() {
        return sent.get();
    }

    BodyPublisher publisher() throws FileNotFoundException {
        BodyPublisher pieces = BodyPublishers.ofFile(file.path());
        return BodyPublishers.fromPublisher(
                subscriber -> pieces.subscribe(new Counting(subscriber)), file.size());
    }

    private final class Counting implements Subscriber<ByteBuffer> {

        private final Subscriber<? super ByteBuffer> next;

        private Counting(Subscriber<? super ByteBuffer> next) {
            this.next = next;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            next.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer piece) {
            var _ = sent.addAndGet(piece.remaining());
            next.onNext(piece);
        }

        @Override
        public void onError(Throwable cause) {
            next.onError(cause);
        }

        @Override
        public void onComplete() {
            next.onComplete();
        }
    }
}
