package io.vouchline.gateway.session;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.NumberHash;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.conversation.Beginning;
import io.vouchline.gateway.conversation.Counter;
import io.vouchline.gateway.conversation.Errand;
import io.vouchline.gateway.conversation.Event;
import io.vouchline.gateway.conversation.Heard;
import io.vouchline.gateway.conversation.Line;
import io.vouchline.gateway.conversation.Question;
import io.vouchline.gateway.conversation.Result;
import io.vouchline.gateway.conversation.State;
import io.vouchline.gateway.conversation.Step;
import io.vouchline.gateway.conversation.Turn;
import io.vouchline.gateway.language.Language;
import io.vouchline.gateway.session.Errands.Circumstances;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Goes on with a conversation until the caller is to be heard again, or it is over. */
@Singleton
class Course {

    /** More than a turn leads to: a conversation that wants more is a mistake of ours. */
    private static final int MOST_ERRANDS = 16;

    private final Engine engine;
    private final Runner runner;
    private final NumberHash hash;

    @Inject
    Course(Engine engine, Errands errands, NumberHash hash) {
        this(engine, (Runner) errands::run, hash);
    }

    Course(Engine engine, Runner runner, NumberHash hash) {
        this.engine = engine;
        this.runner = runner;
        this.hash = hash;
    }

    /** Has errands run: {@link Errands#run}. */
    interface Runner {
        Uni<Result> run(
                Client client, State state, Errand errand, String errandId, Circumstances context);
    }

    /**
     * On whose behalf, and in which turn.
     *
     * @param run names the run of the session for good: {@link #runName}
     * @param turn names the turn in it
     */
    record Leg(Client client, String run, String turn, Circumstances context) {}

    /** The name of a run of a session. */
    static String runName(String sessionId, int run) {
        return sessionId + "\n" + run;
    }

    Uni<Reached> begin(Leg leg, Beginning beginning) {
        return Uni.createFrom()
                .deferred(() -> reached(leg, engine.begin(beginning), new ArrayList<>(), 0));
    }

    Uni<Reached> heard(Leg leg, State state, Question asked, Turn turn) {
        return Uni.createFrom()
                .deferred(
                        () ->
                                on(
                                        leg,
                                        state,
                                        engine.heard(
                                                state,
                                                asked,
                                                turn,
                                                Language.of(leg.context().language()))));
    }

    /** The caller is taken as gone. */
    Uni<Reached> hungUp(Leg leg, State state) {
        return Uni.createFrom().deferred(() -> on(leg, state, Heard.Sign.HANGUP));
    }

    private Uni<Reached> on(Leg leg, State state, Event event) {
        return reached(leg, engine.next(state, event), new ArrayList<>(), 0);
    }

    private Uni<Reached> reached(Leg leg, Step step, List<Line> said, int errands) {
        said.addAll(step.lines());
        Errand errand = step.errand();
        if (errand == null) {
            return Uni.createFrom().item(new Reached(step.state(), List.copyOf(said)));
        }
        if (errands == MOST_ERRANDS) {
            throw new IllegalStateException("a turn leads to errands without end");
        }
        return runner.run(
                        leg.client(),
                        step.state(),
                        errand,
                        id(leg, step.state(), errands, errand),
                        leg.context())
                .chain(
                        result ->
                                reached(leg, engine.next(step.state(), result), said, errands + 1));
    }

    /**
     * The same turn's same errand has one name, however often and wherever it is run; a keyed hash,
     * since what a caller gives could be guessed from any other.
     */
    private String id(Leg leg, State state, int index, Errand errand) {
        return hash.ofErrand(
                leg.client().tenant(),
                String.join("\n", leg.run(), named(leg, state, index, errand)));
    }

    /**
     * What is sent is named by how far the conversation is: of turns that come at once, each of
     * which would have it sent, one does. What is checked is named by its turn.
     */
    private static String named(Leg leg, State state, int index, Errand errand) {
        return switch (errand) {
            case Errand.SendCode _ -> told(errand);
            case Errand.ResendCode _ -> told(errand) + " " + state.count(Counter.NOT_RECEIVED);
            case Errand.AskApproval _ -> told(errand) + " " + state.count(Counter.APPROVAL);
            default -> String.join("\n", leg.turn(), Integer.toString(index), told(errand));
        };
    }

    private static String told(Errand errand) {
        return switch (errand) {
            case Errand.FindCaller find -> "find " + find.number().e164();
            case Errand.SendCode send -> "send " + send.way();
            case Errand.ResendCode again -> "resend " + again.reference();
            case Errand.CheckCode check -> "code " + check.reference() + " " + check.code();
            case Errand.CheckAnswer check -> "answer " + check.question() + " " + check.answer();
            case Errand.PickPerson pick -> "person " + pick.birthDate();
            case Errand.CheckKey check -> "key " + check.key();
            case Errand.AskApproval _ -> "approval";
            case Errand.ReadApproval read -> "approved " + read.reference();
        };
    }
}
