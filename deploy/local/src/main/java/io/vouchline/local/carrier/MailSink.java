package io.vouchline.local.carrier;

import io.vouchline.local.report.StartFailure;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import java.util.Properties;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that takes every message and puts its plain text into the outbox. */
final class MailSink implements AutoCloseable {

    private static final int MESSAGE_LIMIT = 1 << 20;
    private static final int REFUSED = 554;

    private final SMTPServer server;

    private MailSink(SMTPServer server) {
        this.server = server;
    }

    /** Starts on a free port of loopback. */
    static MailSink start(Outbox outbox) {
        SMTPServer server =
                SMTPServer.port(0)
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .hostName("localhost")
                        .maxMessageSize(MESSAGE_LIMIT)
                        .messageHandler(
                                (context, from, to, data) ->
                                        outbox.add(to, Channel.EMAIL, plainText(data)))
                        .build();
        server.start();
        return new MailSink(server);
    }

    private static String plainText(byte[] message) throws RejectException {
        try {
            Part mail =
                    new MimeMessage(
                            Session.getInstance(new Properties()),
                            new ByteArrayInputStream(message));
            return plainText(mail).orElse("");
        } catch (MessagingException | IOException e) {
            throw new RejectException(REFUSED, "Unreadable message: " + StartFailure.reason(e));
        }
    }

    private static Optional<String> plainText(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return Optional.of(part.getContent().toString());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> text = plainText(parts.getBodyPart(i));
                if (text.isPresent()) {
                    return text;
                }
            }
        }
        return Optional.empty();
    }

    int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }
}
