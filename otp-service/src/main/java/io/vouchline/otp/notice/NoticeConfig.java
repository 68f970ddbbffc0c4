package io.vouchline.otp.notice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Size;

/**
 * What notices say. Keep codes, values and links out of them: whoever reads one may not be meant.
 */
@ConfigMapping(prefix = "vouchline.notice")
public interface NoticeConfig {

    /** The subject of e-mails. */
    @WithDefault("A change to your account")
    @Size(max = 200)
    String mailSubject();

    /** The text that tells of a changed telephone number, at most 500 characters. */
    @WithDefault(
            "The telephone number that we hold for you was changed. If this was not you, call us at once.")
    @Size(max = 500)
    String phoneChanged();

    /** The text that tells of a changed mailbox, at most 500 characters. */
    @WithDefault(
            "The e-mail address that we hold for you was changed. If this was not you, call us at once.")
    @Size(max = 500)
    String mailboxChanged();

    /** The text that tells of a new authenticator, at most 500 characters. */
    @WithDefault(
            "An authenticator app was added to your account. If this was not you, call us at once.")
    @Size(max = 500)
    String authenticatorBound();

    /** The text that tells of a removed authenticator, at most 500 characters. */
    @WithDefault(
            "An authenticator app was removed from your account. If this was not you, call us at once.")
    @Size(max = 500)
    String authenticatorRemoved();
}
