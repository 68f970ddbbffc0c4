package io.vouchline.local.report;

import java.io.PrintStream;

/** The fleet's own lines, and those of its services with the service's name in front. */
public final class Terminal {

    private final PrintStream out;
    private final PrintStream errors;

    public Terminal(PrintStream out, PrintStream errors) {
        this.out = out;
        this.errors = errors;
    }

    /** The terminal of this process. */
    public static Terminal standard() {
        return new Terminal(System.out, System.err);
    }

    /** A step that was taken. */
    public void progress(String step) {
        out.println("vouchline " + step);
    }

    /** Why the fleet ends. */
    public void failure(String sentence) {
        errors.println("vouchline failed: " + sentence);
    }

    /** What is wrong with a command, and how it is given. */
    public void usage(String sentence, String usage) {
        errors.println("vouchline: " + sentence);
        errors.println("usage: " + usage);
    }

    /** Text to copy, so nothing is put in front of it. */
    public void copyable(String text) {
        out.println(text);
    }

    /** A line that a service wrote. */
    public void passOn(String service, String line) {
        out.println("[" + service + "] " + line);
    }
}
