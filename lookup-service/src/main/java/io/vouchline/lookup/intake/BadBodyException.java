package io.vouchline.lookup.intake;

import java.io.IOException;

/** The body as a whole cannot be read; the message holds no value of it. */
final class BadBodyException extends IOException {

    private static final long serialVersionUID = 1;

    BadBodyException(String message) {
        super(message);
    }
}
