package io.vouchline.gateway.session;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.contract.risk.RiskApi.Attestation;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.conversation.Errand;
import io.vouchline.gateway.conversation.Reason;
import io.vouchline.gateway.conversation.Result;
import io.vouchline.gateway.conversation.State;
import io.vouchline.gateway.upstream.UnreachableException;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Has the services do what a conversation wants done. Each errand ends early enough for what it
 * came to to be written down in the request's time, and none of them reveals a code, an answer or a
 * key to anybody.
 */
@Singleton
class Errands {

    private static final Logger LOGGER = Logger.getLogger(Errands.class);

    /** In less time nothing is begun that could only be cut off. */
    private static final Duration LEAST = Duration.ofMillis(250);

    private final CallerErrands callers;
    private final CodeErrands codes;
    private final FactorErrands factors;
    private final CurrentRequest current;
    private final Duration toWrite;

    Errands(
            CallerErrands callers,
            CodeErrands codes,
            FactorErrands factors,
            CurrentRequest current,
            SessionConfig config) {
        this.callers = callers;
        this.codes = codes;
        this.factors = factors;
        this.current = current;
        this.toWrite = config.storeTimeout();
    }

    /**
     * What an errand comes to. A service that does not answer is a {@link Result.Away}, never a
     * failure. Fails with 503 if there is no time to begin it.
     *
     * @param errandId names this errand, with all that the caller gave in it, for good: run twice,
     *     it counts once and sends one message. 1 to 100 characters that tell nobody what was
     *     given; of two guesses under one name the second would not count
     * @param context who calls, in which language
     */
    Uni<Result> run(
            Client client, State state, Errand errand, String errandId, Circumstances context) {
        if (current.remaining().minus(toWrite).compareTo(LEAST) < 0) {
            // What is not begun changes nothing: the same turn again does it.
            return Uni.createFrom()
                    .failure(() -> ProblemType.UNAVAILABLE.exception("No time is left."));
        }
        Assignment assignment = new Assignment(client, state, errandId, context);
        return Uni.createFrom()
                .<Result>deferred(() -> current.within(run(assignment, errand), toWrite))
                .onFailure()
                .recoverWithItem(failure -> away(errand, failure));
    }

    private Uni<Result> run(Assignment assignment, Errand errand) {
        return switch (errand) {
            case Errand.FindCaller find -> callers.find(assignment, find.number());
            case Errand.SendCode send -> codes.send(assignment, send.way());
            case Errand.ResendCode resend -> codes.resend(assignment, resend.reference());
            case Errand.CheckCode check -> codes.check(assignment, check.reference(), check.code());
            case Errand.CheckAnswer check ->
                    callers.check(assignment, check.question(), check.answer());
            case Errand.PickPerson pick -> callers.pick(assignment, pick.birthDate());
            case Errand.CheckKey check -> factors.check(assignment, check.key());
            case Errand.AskApproval _ -> factors.ask(assignment);
            case Errand.ReadApproval read -> factors.read(read.reference());
        };
    }

    /** What a service has failed at is logged where it was called; what else fails is our fault. */
    private static Result away(Errand errand, Throwable failure) {
        if (!(failure instanceof ProblemException)) {
            LOGGER.errorf(
                    "%s failed: %s",
                    errand.getClass().getSimpleName(), failure.getClass().getName());
        }
        return new Result.Away(
                failure instanceof UnreachableException
                        ? Reason.WEBHOOK_NOT_FOUND
                        : Reason.WEBHOOK_ERROR);
    }

    /**
     * What is known of the call besides.
     *
     * @param language the language of messages (BCP 47)
     * @param attestation what STIR/SHAKEN says of the calling number; null if nothing
     */
    record Circumstances(String language, @Nullable Attestation attestation) {}
}
