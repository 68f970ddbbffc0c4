package io.vouchline.gateway.limit;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Token buckets by their names. */
public interface Buckets {

    /**
     * Takes one out of a bucket.
     *
     * @return how long to wait before there is one; zero if it was taken
     */
    Uni<Duration> take(Bucket bucket, Rate rate);

    /**
     * A bucket's name.
     *
     * @param owner whose it is: buckets of one owner lie together
     * @param name which of the owner's
     */
    record Bucket(String owner, String name) {}
}
