package io.vouchline.local.report;

/**
 * Somebody's wish that the fleet ends. It is looked at between steps, never forced upon one: a
 * store that is interrupted while it starts would be left behind.
 */
public final class StopRequest {

    private volatile boolean made;

    /** Makes it; there is no way back. */
    public void make() {
        made = true;
    }

    /** Whether it was made. */
    public boolean isMade() {
        return made;
    }

    /** Goes on only while nobody wants an end. */
    public void check() throws InterruptedException {
        if (made) {
            throw new InterruptedException("asked to stop");
        }
    }
}
