package io.vouchline.local;

import io.vouchline.local.report.StartFailure;
import io.vouchline.local.report.Terminal;
import java.util.ArrayDeque;
import java.util.Deque;

/** What has to be undone when a fleet ends, in the opposite order of its making. */
final class Teardown {

    private final Deque<Runnable> steps = new ArrayDeque<>();
    private final Terminal terminal;

    Teardown(Terminal terminal) {
        this.terminal = terminal;
    }

    void add(Runnable step) {
        steps.push(step);
    }

    /** Undoes everything, once; a step that fails does not spare the others. */
    void run() {
        while (!steps.isEmpty()) {
            try {
                steps.pop().run();
            } catch (RuntimeException e) {
                terminal.progress(
                        "could not stop something (%s)".formatted(StartFailure.reason(e)));
            }
        }
    }
}
