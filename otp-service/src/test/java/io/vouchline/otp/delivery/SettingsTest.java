package io.vouchline.otp.delivery;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.contract.testing.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stops the start, with a sentence that names the setting. */
class SettingsTest {

    private static final MessageId ID = new MessageId("A".repeat(32), 2);

    @Test
    void theCarrierReportsToTheGatewaysAddress() {
        for (String given : List.of("https://v.example/x", "https://v.example/x/")) {
            CallbackUrls urls = urls(Map.of("callback-url", given), true);
            assertEquals(
                    Optional.of("https://v.example/x/carrier/twilio/status/" + ID),
                    urls.status(ID));
            assertEquals(Optional.of("https://v.example/x/carrier/twilio/key/" + ID), urls.key(ID));
            assertTrue(urls.guarded());
        }
    }

    @Test
    void callsAreGuardedOnlyWhereKeysCanComeBackAndNobodyTurnedItOff() {
        Map<String, String> open = Map.of("voice-guard", "false");
        assertFalse(urls(Map.of(), false).guarded());
        assertFalse(urls(open, true).guarded());
        assertEquals(Optional.empty(), urls(open, true).status(ID));
        assertFalse(
                urls(Map.of("callback-url", "https://v.example", "voice-guard", "false"), true)
                        .guarded());
    }

    @Test
    void productionDoesNotTellCodesToVoicemailsUnlessItIsToldTo() {
        stops("vouchline.delivery.callback-url", () -> urls(Map.of(), true));
    }

    @Test
    void productionRefusesToBeReportedToInClear() {
        Map<String, String> plain = Map.of("callback-url", "http://v.example");
        assertDoesNotThrow(() -> urls(plain, false));
        stops("vouchline.delivery.callback-url", () -> urls(plain, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v.example",
                "/carrier",
                "ftp://v.example",
                "https:///x",
                "https://v.example?x=1",
                "https://v.example/#x",
                "https://u:p@v.example"
            })
    void anAddressThatCannotBeReportedToIsRefused(String url) {
        stops("vouchline.delivery.callback-url", () -> urls(Map.of("callback-url", url), false));
    }

    @Test
    void aReceiverWithoutASecretIsRefused() {
        stops(
                "vouchline.delivery.webhook.secret-file",
                () -> sender(Map.of("webhook.url", "https://bank.example/hook")));
    }

    @Test
    void whatGoesWhereIsCheckedBeforeTheFirstMessage() {
        stops(
                "vouchline.delivery.webhook.channels",
                () -> Channels.demand(Set.of(Channel.PUSH), true, true));
        stops(
                "vouchline.delivery.webhook.url",
                () -> Channels.demand(Set.of(Channel.EMAIL), false, true));
        stops(
                "vouchline.delivery.carrier.account-sid",
                () -> Channels.demand(Set.of(Channel.SMS), true, false));
        assertDoesNotThrow(() -> Channels.demand(Set.of(Channel.SMS, Channel.VOICE), true, false));
        assertDoesNotThrow(() -> Channels.demand(Set.of(), false, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_",
                "whsec_c2hvcnQ=",
                "whsec_not Base64 at all!",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\nwhsec_",
                """
                whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
                whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
                whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
                """
            })
    void aSecretOfAnotherFormIsRefusedAndNotRepeated(String text) {
        IllegalStateException failure =
                assertThrows(
                        IllegalStateException.class,
                        () ->
                                StandardWebhooks.read(
                                        "the.setting",
                                        KeyFiles.write("bad-" + UUID.randomUUID(), text)));
        assertTrue(failure.getMessage().contains("the.setting"));
        assertFalse(failure.getMessage().contains("MfKQ9r8GKYqr"));
    }

    private static void stops(String setting, Runnable start) {
        String message = assertThrows(IllegalStateException.class, start::run).getMessage();
        assertTrue(message.contains(setting), message);
    }

    private static CallbackUrls urls(Map<String, String> settings, boolean isProduction) {
        return new CallbackUrls(Settings.of(DeliveryConfig.class, settings), isProduction);
    }

    private static void sender(Map<String, String> settings) {
        WebhookSender _ =
                new WebhookSender(
                        (id, timestamp, signature, body) -> {
                            throw new AssertionError("nothing is sent");
                        },
                        Settings.of(DeliveryConfig.class, settings));
    }
}
