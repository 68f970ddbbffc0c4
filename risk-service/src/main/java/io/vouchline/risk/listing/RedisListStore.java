package io.vouchline.risk.listing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import io.vouchline.contract.redis.ClockOffset;
import io.vouchline.contract.redis.RedisScript;
import io.vouchline.contract.risk.ListApi.ListKind;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Lists in Redis: all keys in one slot, so that an entry and its version change as one. */
@Singleton
class RedisListStore implements ListStore {

    private static final Logger LOGGER = Logger.getLogger(RedisListStore.class);

    private static final String TAG = "{risk:lists}:";
    private static final List<String> KEYS =
            Stream.of("state", "entries", "changes", "removed", "ending", "order")
                    .map(TAG::concat)
                    .toList();

    private static final RedisScript ADD = script("add.lua");
    private static final RedisScript REMOVE = script("remove.lua");
    private static final RedisScript CHANGES = script("changes.lua");
    private static final RedisScript PAGE = script("page.lua");
    private static final RedisScript ENTRIES = script("entries.lua");

    /** Of the answer with changes. */
    private static final int HEAD = 3;

    private final RedisAPI redis;
    private final ListConfig config;
    private final ClockOffset clockOffset;

    RedisListStore(RedisAPI redis, ListConfig config, ClockOffset clockOffset) {
        this.redis = redis;
        this.config = config;
        this.clockOffset = clockOffset;
    }

    private static RedisScript script(String name) {
        return RedisScript.of(
                RedisScript.read(RedisListStore.class, "lists.lua"),
                RedisScript.read(RedisListStore.class, name));
    }

    @Override
    public Uni<Optional<List<Placed>>> add(List<Listing> listings) {
        List<String> arguments = new ArrayList<>();
        arguments.add(clockOffset.argument());
        arguments.add(Integer.toString(config.mostEntries()));
        arguments.add(listings.getFirst().owner());
        arguments.add(UUID.randomUUID().toString());
        for (Listing listing : listings) {
            arguments.add(listing.id());
            arguments.add(listing.expiresAt().map(ListingText::millis).orElse(""));
            arguments.add(ListingText.write(listing));
        }
        return ADD.run(redis, KEYS, arguments)
                .map(answer -> Optional.ofNullable(answer).map(RedisListStore::placed));
    }

    @Override
    public Uni<Boolean> remove(String id) {
        return REMOVE.run(redis, KEYS, List.of(clockOffset.argument(), id))
                .map(answer -> Objects.requireNonNull(answer).toInteger() == 1);
    }

    @Override
    public Uni<Changes> changes(long since, int most) {
        return CHANGES.run(redis, KEYS, List.of(Long.toString(since), Integer.toString(most)))
                .map(Objects::requireNonNull)
                .map(RedisListStore::changes);
    }

    @Override
    public Uni<Page> page(String owner, Optional<ListKind> list, String after, int most) {
        List<String> arguments =
                List.of(
                        clockOffset.argument(),
                        owner,
                        list.map(Covered::prefix).orElse(""),
                        after,
                        Integer.toString(most));
        return PAGE.run(redis, KEYS, arguments)
                .map(Objects::requireNonNull)
                .map(
                        answer ->
                                new Page(
                                        kept(answer, 1),
                                        Optional.of(text(answer, 0)).filter(id -> !id.isEmpty())));
    }

    @Override
    public Uni<List<Kept>> entries(List<String> ids) {
        List<String> arguments = new ArrayList<>(List.of(clockOffset.argument()));
        arguments.addAll(ids);
        return ENTRIES.run(redis, KEYS, arguments)
                .map(Objects::requireNonNull)
                .map(answer -> kept(answer, 0));
    }

    private static List<Placed> placed(Response answer) {
        List<Placed> placed = new ArrayList<>(answer.size() / 2);
        for (int i = 0; i < answer.size(); i += 2) {
            placed.add(
                    new Placed(
                            Outcome.valueOf(text(answer, i)),
                            Instant.ofEpochMilli(number(answer, i + 1))));
        }
        return placed;
    }

    private static Changes changes(Response answer) {
        List<Change> changes = new ArrayList<>(answer.size() / 3);
        for (int i = HEAD; i < answer.size(); i += 3) {
            String entry = text(answer, i + 2);
            changes.add(
                    new Change(
                            text(answer, i),
                            number(answer, i + 1),
                            entry.isEmpty()
                                    ? Optional.empty()
                                    : kept(text(answer, i), entry).map(Kept::listing)));
        }
        return new Changes(text(answer, 0), number(answer, 1), number(answer, 2), changes);
    }

    private static List<Kept> kept(Response answer, int from) {
        List<Kept> entries = new ArrayList<>(answer.size() / 2);
        for (int i = from; i < answer.size(); i += 2) {
            kept(text(answer, i), text(answer, i + 1)).ifPresent(entries::add);
        }
        return entries;
    }

    /** The time since when the entry is there is its first line. */
    private static Optional<Kept> kept(String id, String text) {
        int end = text.indexOf('\n');
        Optional<Listing> listing = ListingText.read(text.substring(end + 1));
        if (listing.isEmpty()) {
            LOGGER.errorf("entry %s cannot be read and holds for nobody", id);
        }
        return listing.map(
                read ->
                        new Kept(
                                read,
                                Instant.ofEpochMilli(Long.parseLong(text.substring(0, end)))));
    }

    private static long number(Response answer, int index) {
        return Long.parseLong(text(answer, index));
    }

    private static String text(Response answer, int index) {
        return Objects.requireNonNull(answer.get(index)).toString();
    }
}
