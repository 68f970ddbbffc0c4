package io.vouchline.lookup.vault;

import org.jspecify.annotations.Nullable;

/** A value could not be sealed or opened: a fault of keys or data, which waiting does not mend. */
public final class SealException extends RuntimeException {

    SealException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
