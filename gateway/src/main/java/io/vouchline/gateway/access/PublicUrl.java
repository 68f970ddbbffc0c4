package io.vouchline.gateway.access;

import io.vouchline.contract.problem.ProblemType;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** This gateway's address as voice platforms have it. */
@Singleton
public final class PublicUrl {

    static final String SETTING = "vouchline.voice.public-url";

    private static final Pattern SYNTAX =
            Pattern.compile("https://[A-Za-z0-9.-]{1,253}(:[1-9][0-9]{0,4})?/?");
    private static final int STANDARD_PORT = 443;
    private static final int HIGHEST_PORT = 65_535;

    private final Optional<URI> base;

    @Inject
    PublicUrl(VoiceConfig config) {
        this(config.publicUrl());
    }

    /**
     * Reads the setting.
     *
     * @throws IllegalStateException with setting, value and remedy, if it is no such address
     */
    public PublicUrl(Optional<String> setting) {
        this.base = setting.map(PublicUrl::read);
    }

    private static URI read(String text) {
        if (SYNTAX.matcher(text).matches()) {
            URI uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            if (uri.getHost() != null && uri.getPort() <= HIGHEST_PORT) {
                return uri;
            }
        }
        throw new IllegalStateException(
                "%s=%s: name https, the host and, if it is not 443, the port, such as https://voice.bank.example"
                        .formatted(SETTING, text));
    }

    /**
     * Checks that there is one where it is needed.
     *
     * @throws IllegalStateException with setting and remedy, if there is none
     */
    void check(Clients clients) {
        clients.anyWithTwilio()
                .filter(_ -> base.isEmpty())
                .ifPresent(
                        client -> {
                            throw new IllegalStateException(
                                    "%s is unset, but client %s has a twilio-account-sid, and Twilio signs the address that it calls; name it, such as https://voice.bank.example"
                                            .formatted(SETTING, client.id()));
                        });
    }

    /** The address of what stands there. */
    public String of(String rawPath, String rawQuery) {
        return base() + rawPath + (rawQuery.isEmpty() ? "" : "?" + rawQuery);
    }

    /** The host, in lower case. */
    public String host() {
        return base().getHost().toLowerCase(Locale.ROOT);
    }

    /** The same address as it may have been signed: with its port, and without. */
    List<String> spellings(String rawPath, String rawQuery) {
        URI uri = base();
        int port = uri.getPort() < 0 ? STANDARD_PORT : uri.getPort();
        String query = rawQuery.isEmpty() ? "" : "?" + rawQuery;
        String bare = uri.getScheme() + "://" + uri.getHost();
        return List.of(bare + rawPath + query, bare + ":" + port + rawPath + query);
    }

    private URI base() {
        return base.orElseThrow(
                () -> ProblemType.NOT_FOUND.exception("No voice platform is served here."));
    }
}
