package io.vouchline.local.carrier;

import java.net.URI;
import java.util.Optional;

/**
 * What messages and calls have in common.
 *
 * @param statusCallback where the progress is reported, if anywhere
 */
record Order(String to, String from, Optional<URI> statusCallback) {

    /** Reads the common parameters; the two codes are the vendor's for a missing To and From. */
    static Order read(Form form, int withoutTo, int withoutFrom) throws Refusal {
        String to =
                form.first("To")
                        .orElseThrow(
                                () ->
                                        Refusal.invalid(
                                                withoutTo, "A 'To' phone number is required."));
        String from =
                form.first("From")
                        .orElseThrow(
                                () ->
                                        Refusal.invalid(
                                                withoutFrom, "A 'From' phone number is required."));
        return new Order(to, from, url(form, "StatusCallback"));
    }

    static Optional<URI> url(Form form, String name) throws Refusal {
        try {
            return form.first(name).map(Order::webAddress);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(21609, "The '%s' URL is not a valid URL.".formatted(name));
        }
    }

    private static URI webAddress(String text) {
        URI url = URI.create(text);
        if (url.getHost() == null || !text.startsWith("http")) {
            throw new IllegalArgumentException("not a web address");
        }
        return url;
    }
}
