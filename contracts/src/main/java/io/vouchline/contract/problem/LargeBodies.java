package io.vouchline.contract.problem;

/** Which requests may have a body of any size, since they read it as a stream. */
public interface LargeBodies {

    /** Whether a request to this path may. */
    boolean areTakenAt(String path);
}
