package io.vouchline.local.carrier;

import io.vouchline.local.report.StartFailure;
import io.vouchline.local.report.Terminal;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;

/**
 * The mail server and the phone company, so that the fleet's own sending code has somebody to talk
 * to.
 */
public final class Carrier implements AutoCloseable {

    /**
     * Long enough for reports to come after the answer to the order, short enough for nobody to
     * wait.
     */
    public static final Duration PACE = Duration.ofMillis(100);

    private static final Duration SETTLING_LIMIT = Duration.ofSeconds(3);

    private final MailSink mail;
    private final TwilioApi phone;
    private final Afterwards afterwards;

    private Carrier(MailSink mail, TwilioApi phone, Afterwards afterwards) {
        this.mail = mail;
        this.phone = phone;
        this.afterwards = afterwards;
    }

    /** Starts both on free ports of loopback; what arrives goes to the outbox. */
    public static Carrier start(
            Account account, Outbox outbox, HttpClient http, Duration pace, Terminal terminal) {
        Afterwards afterwards = new Afterwards(terminal);
        Resources resources = new Resources(account, Clock.systemUTC());
        Callbacks callbacks = new Callbacks(account, http, pace);
        try {
            TwilioApi phone =
                    TwilioApi.start(
                            account,
                            new TextMessages(outbox, resources, callbacks, afterwards),
                            new Calls(outbox, resources, callbacks, afterwards));
            return new Carrier(MailSink.start(outbox), phone, afterwards);
        } catch (IOException e) {
            throw new StartFailure(
                    "The stand-in for the carrier cannot listen on 127.0.0.1 (%s): allow this user to open ports there."
                            .formatted(StartFailure.reason(e)),
                    e);
        }
    }

    /** Where the mail server takes messages. */
    public int mailPort() {
        return mail.port();
    }

    /** Where the phone company takes orders. */
    public String phoneUrl() {
        return "http://127.0.0.1:" + phone.port();
    }

    /**
     * Waits for the calls and reports that are under way, for a few seconds at the most: what they
     * tell finds nobody any more once the services have stopped.
     */
    public void settle() {
        afterwards.settle(SETTLING_LIMIT);
    }

    @Override
    public void close() {
        phone.close();
        mail.close();
        afterwards.close();
    }
}
