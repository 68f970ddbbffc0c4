package io.vouchline.risk.simulation.report;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.risk.simulation.screen.Decision;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What came of genuine requests.
 *
 * @param requests how many there were
 * @param refused how many of them were sent nothing
 * @param callers how many people made them
 * @param callersRefused how many of those were refused at least once
 */
public record GenuineFigures(int requests, int refused, int callers, int callersRefused) {

    /** The figures at this threshold. */
    public static GenuineFigures of(Collection<Decision> decisions, int threshold) {
        int refused = 0;
        Set<PhoneNumber> callers = new HashSet<>();
        Set<PhoneNumber> callersRefused = new HashSet<>();
        for (Decision decision : decisions) {
            callers.add(decision.request().number());
            if (decision.verdict().score() > threshold) {
                refused++;
                callersRefused.add(decision.request().number());
            }
        }
        return new GenuineFigures(decisions.size(), refused, callers.size(), callersRefused.size());
    }

    /** These and those: of two runs, so that no caller is in both. */
    public GenuineFigures plus(GenuineFigures other) {
        return new GenuineFigures(
                requests + other.requests,
                refused + other.refused,
                callers + other.callers,
                callersRefused + other.callersRefused);
    }

    /** The share of requests that were refused. */
    public double refusedShare() {
        return requests == 0 ? 0 : (double) refused / requests;
    }

    /** The share of callers who were refused at least once. */
    public double callersRefusedShare() {
        return callers == 0 ? 0 : (double) callersRefused / callers;
    }

    /**
     * The highest share of callers refused that these figures leave likely: the upper end of the 95
     * % interval (Wilson 1927).
     */
    public double callersRefusedAtMost() {
        if (callers == 0) {
            return 1;
        }
        double z = 1.96;
        double n = callers;
        double p = callersRefusedShare();
        double middle = p + z * z / (2 * n);
        double margin = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        return (middle + margin) / (1 + z * z / n);
    }
}
