package io.vouchline.otp.push;

import io.quarkus.runtime.Startup;
import io.vouchline.contract.otp.PushApi.SignedAnswer;
import io.vouchline.otp.delivery.StandardWebhooks;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The secrets of the institutions' apps. An answer is its tenant's whose secret signed it: nothing
 * that the answer says of itself is looked at before.
 */
@Startup
@Singleton
class AppSecrets {

    private final Map<String, StandardWebhooks> apps = new LinkedHashMap<>();

    /** Reads the files once, at start. */
    AppSecrets(PushConfig config) {
        config.tenants()
                .forEach(
                        (tenant, app) ->
                                apps.put(
                                        tenant,
                                        StandardWebhooks.read(
                                                "vouchline.push.tenants." + tenant + ".secret-file",
                                                app.secretFile())));
    }

    /** Whether this tenant's app can answer. */
    boolean knows(String tenant) {
        return apps.containsKey(tenant);
    }

    /** The tenant whose app signed this answer, if one did within five minutes of now. */
    Optional<String> signer(SignedAnswer answer, Instant now) {
        // A dot in the id would leave open where the id ends and the timestamp begins.
        return answer.webhookId().contains(".")
                ? Optional.empty()
                : apps.entrySet().stream()
                        .filter(app -> isSigned(app.getValue(), answer, now))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    private static boolean isSigned(StandardWebhooks app, SignedAnswer answer, Instant now) {
        return app.verify(
                answer.webhookId(),
                answer.webhookTimestamp(),
                answer.body(),
                answer.webhookSignature(),
                now);
    }
}
