package io.vouchline.gateway.session;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.NumberHash;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.AccessConfig.PolicyConfig;
import io.vouchline.gateway.assertion.Assertions;
import io.vouchline.gateway.assertion.NumberProof;
import io.vouchline.gateway.conversation.Beginning;
import io.vouchline.gateway.conversation.Ending;
import io.vouchline.gateway.conversation.State;
import io.vouchline.gateway.session.Course.Leg;
import io.vouchline.gateway.session.Errands.Circumstances;
import io.vouchline.gateway.session.SessionBook.Page;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Begins sessions, and further runs of those that have ended. */
@Singleton
class Openings {

    private static final String FIRST_TURN = "begin";

    private final SessionBook book;
    private final Course course;
    private final Statements statements;
    private final NumberHash hash;
    private final SessionMetrics metrics;
    private final Duration lifeOfAssertions;
    private final Duration longest;
    private final InstantSource clock;

    @Inject
    Openings(
            SessionBook book,
            Course course,
            Statements statements,
            NumberHash hash,
            SessionMetrics metrics,
            Assertions assertions,
            SessionConfig config) {
        this(book, course, statements, hash, metrics, assertions, config, InstantSource.system());
    }

    Openings(
            SessionBook book,
            Course course,
            Statements statements,
            NumberHash hash,
            SessionMetrics metrics,
            Assertions assertions,
            SessionConfig config,
            InstantSource clock) {
        this.book = book;
        this.course = course;
        this.statements = statements;
        this.hash = hash;
        this.metrics = metrics;
        this.lifeOfAssertions = assertions.life();
        this.longest = config.longest();
        this.clock = clock;
    }

    /** The session as it stands, begun if there was none. */
    Uni<SessionRecord> begin(Visit visit, Wish wish) {
        return book.find(visit).chain(page -> begin(visit, wish, page, Tries.FIRST));
    }

    private Uni<SessionRecord> begin(Visit visit, Wish wish, Page page, Tries tries) {
        SessionRecord there = page.session();
        if (there == null) {
            return run(visit, wish, null).chain(begun -> written(visit, wish, page, begun, tries));
        }
        return switch (what(visit, wish, there)) {
            case LEAVE -> Uni.createFrom().item(there);
            case TELL_ONLY -> run(visit, wish, there);
            case RUN ->
                    run(visit, wish, there)
                            .chain(begun -> written(visit, wish, page, begun, tries));
        };
    }

    private Uni<SessionRecord> written(
            Visit visit, Wish wish, Page page, SessionRecord begun, Tries tries) {
        return book.write(visit, page, begun)
                .chain(
                        entered -> {
                            if (!entered.done()) {
                                return begin(visit, wish, entered.there(), tries.next());
                            }
                            metrics.begun(begun);
                            return Uni.createFrom().item(begun);
                        });
    }

    /** What becomes of a session that is there. */
    private enum Become {
        /** It is told as it stands. */
        LEAVE,
        /** It begins another run. */
        RUN,
        /** The level that was proven is told; that it has failed at a higher one stays. */
        TELL_ONLY
    }

    private Become what(Visit visit, Wish wish, SessionRecord there) {
        mustBeOfTheSameCaller(wish, there);
        boolean same = there.askedFor().equals(wish.askedFor());
        Ending ending = there.state().ending();
        if (ending == null) {
            if (same) {
                return Become.LEAVE;
            }
            throw ProblemType.CONFLICT.exception("The session is under way with other parameters.");
        }
        mustBeAboutTheSame(wish, there);
        if (ending.isSuccess()) {
            return same && isFresh(there) ? Become.LEAVE : Become.RUN;
        }
        if (ending.isOutage()) {
            return Become.RUN;
        }
        boolean reached =
                there.state().number() != null
                        && earlier(visit, wish, there).earned().reaches(wish.askedFor().required());
        return reached ? Become.TELL_ONLY : Become.LEAVE;
    }

    /** One name for the calls of two is the platform's mistake, and must not mix them up. */
    private static void mustBeOfTheSameCaller(Wish wish, SessionRecord there) {
        PhoneNumber ani = there.state().ani();
        if (ani != null && wish.ani() != null && !ani.equals(wish.ani())) {
            throw ProblemType.CONFLICT.exception("external_id names the call of another number.");
        }
    }

    private static void mustBeAboutTheSame(Wish wish, SessionRecord there) {
        PhoneNumber number = there.state().number();
        PhoneNumber wanted = wish.askedFor().number();
        if (number != null && wanted != null && !isSame(number, wanted)) {
            throw ProblemType.CONFLICT.exception("The session is about another phone_number.");
        }
    }

    /** The platform may hand back what it was told, which is the national number. */
    private static boolean isSame(PhoneNumber number, PhoneNumber wanted) {
        return number.equals(wanted) || number.nationalNumber().equals(wanted.nationalNumber());
    }

    /** Whether what it proved is still stated. */
    private boolean isFresh(SessionRecord there) {
        return clock.instant()
                .isBefore(
                        Objects.requireNonNull(there.endedAt(), "it has ended")
                                .plus(lifeOfAssertions));
    }

    private Uni<SessionRecord> run(Visit visit, Wish wish, @Nullable SessionRecord before) {
        int run = before == null ? 1 : before.run() + 1;
        String language = before == null ? wish.language() : before.language();
        Leg leg =
                new Leg(
                        visit.client(),
                        Course.runName(visit.id(), run),
                        FIRST_TURN,
                        new Circumstances(language, wish.attestation()));
        Earlier earlier = earlier(visit, wish, before);
        return course.begin(leg, beginning(visit, wish, before, earlier))
                .map(reached -> begun(wish, before, earlier, reached))
                .map(begun -> statements.stated(visit, begun));
    }

    private SessionRecord begun(
            Wish wish, @Nullable SessionRecord before, Earlier earlier, Reached reached) {
        Instant now = clock.instant();
        return new SessionRecord(
                reached.state(),
                wish.askedFor(),
                before == null ? wish.language() : before.language(),
                wish.attestation(),
                reached.said(),
                reached.subject(earlier.subject()),
                before == null ? null : before.last(),
                before == null ? List.of() : before.earlier(),
                before == null ? 1 : before.run() + 1,
                0,
                before == null ? now : before.begunAt(),
                reached.provenAt(earlier.earned(), earlier.at(), now),
                reached.state().ending() == null ? null : now,
                null);
    }

    private Beginning beginning(
            Visit visit, Wish wish, @Nullable SessionRecord before, Earlier earlier) {
        PolicyConfig policy = visit.client().policy();
        PhoneNumber number = number(visit, wish, before);
        return new Beginning(
                wish.askedFor().parameters(),
                visit.client().region(),
                policy.pushApprovals(),
                ani(wish, before),
                number,
                isMatched(wish, before, policy),
                earlier.earned(),
                brokenOff(before),
                clock.instant().atZone(ZoneOffset.UTC).toLocalDate());
    }

    private static @Nullable State brokenOff(@Nullable SessionRecord before) {
        Ending ending = before == null ? null : before.state().ending();
        return before != null && ending != null && ending.isOutage() ? before.state() : null;
    }

    /**
     * Whom it is about, as far as that is known: an assertion about the calling number says that it
     * is that one.
     */
    private @Nullable PhoneNumber number(Visit visit, Wish wish, @Nullable SessionRecord before) {
        if (before != null && before.state().number() != null) {
            return before.state().number();
        }
        PhoneNumber given = wish.askedFor().number();
        PhoneNumber ani = ani(wish, before);
        return given == null && ani != null && isAbout(visit, wish, ani) ? ani : given;
    }

    private static @Nullable PhoneNumber ani(Wish wish, @Nullable SessionRecord before) {
        PhoneNumber known = before == null ? null : before.state().ani();
        return known == null ? wish.ani() : known;
    }

    private static boolean isMatched(
            Wish wish, @Nullable SessionRecord before, PolicyConfig policy) {
        return before == null ? isTrusted(wish, policy) : before.state().calling();
    }

    /** Nobody is believed that a number is the calling one which is known to be another. */
    private static boolean isTrusted(Wish wish, PolicyConfig policy) {
        PhoneNumber number = wish.askedFor().number();
        return policy.trustLevelZero()
                && number != null
                && (wish.ani() == null || number.equals(wish.ani()))
                && Objects.equals(wish.askedFor().claim(), 0);
    }

    /** An assertion counts for the number that it is about, and for no other. */
    private Earlier earlier(Visit visit, Wish wish, @Nullable SessionRecord before) {
        Earlier own = before == null ? Earlier.NOTHING : Earlier.of(before);
        PhoneNumber number = number(visit, wish, before);
        NumberProof proof = wish.proof();
        Earlier best =
                proof != null && number != null && isAbout(visit, wish, number)
                        ? own.or(Earlier.of(proof))
                        : own;
        return best.since(clock.instant().minus(longest)).without(visit.client().policy().strict());
    }

    private boolean isAbout(Visit visit, Wish wish, PhoneNumber number) {
        NumberProof proof = wish.proof();
        return proof != null && proof.number().equals(hash.of(visit.tenant(), number));
    }
}
