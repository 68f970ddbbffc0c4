package io.vouchline.otp.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.vouchline.otp.delivery.DeliveryChannel.NotSentException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The account with the carrier. Fails as {@link DeliveryChannel} says. */
@Singleton
public class Carrier {

    private final CarrierClient client;
    private final DeliveryConfig.Carrier account;
    private final String authorization;

    Carrier(@RestClient CarrierClient client, DeliveryConfig config) {
        this.client = client;
        this.account = config.carrier();
        this.authorization = basic(account.accountSid(), token(account.authTokenFile()));
    }

    /** Sends a text message to a number in E.164 form. */
    public Uni<Void> message(String to, String body) {
        return told(client.message(account.accountSid(), authorization, to, account.from(), body));
    }

    Uni<Void> call(String to, String twiml) {
        return told(client.call(account.accountSid(), authorization, to, account.from(), twiml));
    }

    private static Uni<Void> told(Uni<String> answer) {
        return answer.replaceWithVoid().onFailure().transform(Carrier::meaning);
    }

    /** A connection that never came about carried nothing. */
    private static Throwable meaning(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return new NotSentException("the carrier cannot be reached");
            }
        }
        return failure;
    }

    private static String token(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "vouchline.delivery.carrier.auth-token-file=%s cannot be read; mount the carrier's secret there"
                            .formatted(file),
                    e);
        }
    }

    private static String basic(String user, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ':' + secret).getBytes(UTF_8));
    }
}
