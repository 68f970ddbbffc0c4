package io.vouchline.lookup.intake;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The lines of a load, read one after another from a body of any size. */
interface Lines {

    /** The most bytes of a line; a longer one is refused without being kept. */
    int LONGEST_LINE = 64 * 1024;

    /**
     * The next line that is not blank; null at the end.
     *
     * @throws IOException if the body ends before it should, or holds no lines at all
     */
    @Nullable DeliveredLine next() throws IOException;
}
