package io.vouchline.local.report;

/** How a command ends that somebody waits for. */
public final class ExitCode {

    /** All was done. */
    public static final int DONE = 0;

    /** Not all was taken. */
    public static final int INCOMPLETE = 1;

    /** The command was given wrongly. */
    public static final int WRONG_USAGE = 2;

    /** It could not be done. */
    public static final int FAILED = 3;

    private ExitCode() {}
}
