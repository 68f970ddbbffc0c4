package io.vouchline.risk.simulation.report;

import io.vouchline.risk.simulation.screen.Decision;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of one attack.
 *
 * @param requests how many it made
 * @param blocked how many of them were sent nothing
 * @param offered what all its messages would have cost, in US dollars
 * @param letThrough what those cost that were sent
 * @param firstBlock the first request that was blocked; empty if none was
 * @param detected the first request from which on at least 95 % were blocked; empty if there is
 *     none, or fewer than {@value #FEWEST} requests follow
 */
public record AttackFigures(
        int requests,
        int blocked,
        double offered,
        double letThrough,
        Optional<Moment> firstBlock,
        Optional<Moment> detected) {

    /** Fewer requests in a row that are blocked may be chance. */
    private static final int FEWEST = 10;

    private static final double NEARLY_ALL = 0.95;

    /**
     * A moment of an attack.
     *
     * @param sent how many messages were sent before it
     * @param after how long after the first request it is, in simulated time
     */
    public record Moment(int sent, Duration after) {}

    /**
     * The figures.
     *
     * @param decisions on the attack's requests, by their time
     * @param threshold the highest score that is taken as sent
     */
    public static AttackFigures of(List<Decision> decisions, int threshold) {
        double offered = 0;
        double letThrough = 0;
        int blocked = 0;
        for (Decision decision : decisions) {
            offered += decision.request().cost();
            if (decision.verdict().score() > threshold) {
                blocked++;
            } else {
                letThrough += decision.request().cost();
            }
        }
        return new AttackFigures(
                decisions.size(),
                blocked,
                offered,
                letThrough,
                firstBlock(decisions, threshold),
                detected(decisions, threshold));
    }

    /** The share of its requests that were blocked. */
    public double recall() {
        return requests == 0 ? 0 : (double) blocked / requests;
    }

    /** The share of its cost that was not let through. */
    public double stopped() {
        return offered == 0 ? 0 : 1 - letThrough / offered;
    }

    private static Optional<Moment> firstBlock(List<Decision> decisions, int threshold) {
        for (int i = 0; i < decisions.size(); i++) {
            if (decisions.get(i).verdict().score() > threshold) {
                return Optional.of(moment(decisions, i, threshold));
            }
        }
        return Optional.empty();
    }

    private static Optional<Moment> detected(List<Decision> decisions, int threshold) {
        int first = -1;
        int blocked = 0;
        for (int i = decisions.size() - 1; i >= 0; i--) {
            boolean isBlocked = decisions.get(i).verdict().score() > threshold;
            blocked += isBlocked ? 1 : 0;
            int following = decisions.size() - i;
            if (isBlocked && following >= FEWEST && blocked >= NEARLY_ALL * following) {
                first = i;
            }
        }
        return first < 0 ? Optional.empty() : Optional.of(moment(decisions, first, threshold));
    }

    private static Moment moment(List<Decision> decisions, int index, int threshold) {
        long sent =
                decisions.subList(0, index).stream()
                        .filter(decision -> decision.verdict().score() <= threshold)
                        .count();
        Duration after =
                Duration.between(
                        decisions.getFirst().request().at(), decisions.get(index).request().at());
        return new Moment(Math.toIntExact(sent), after);
    }
}
