package io.vouchline.gateway.dialogflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.otp.OtpApi.Idempotency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SameTurnTest {

    @Test
    void aKeyIsThatOfOneChannelWebhookAndConversation() {
        List<Idempotency> turns =
                List.of(
                        SameTurn.of("send_otp", Channel.SMS, Optional.empty()),
                        SameTurn.of("send_otp", Channel.EMAIL, Optional.empty()),
                        SameTurn.of("send_otp", Channel.SMS, Optional.of("a")),
                        SameTurn.of("send_otp", Channel.EMAIL, Optional.of("a")),
                        SameTurn.of("send_otp", Channel.SMS, Optional.of("b")),
                        SameTurn.of("other", Channel.SMS, Optional.of("a")));
        assertEquals(turns.size(), turns.stream().map(Idempotency::key).distinct().count(), "keys");
        assertTrue(turns.stream().allMatch(turn -> turn.seconds() == 15));
    }

    @Test
    void theSameTurnHasTheSameKeyWhichDoesNotRepeatTheConversationsName() {
        String name = "projects/p/locations/l/agents/a/sessions/" + "s".repeat(5_000);
        Idempotency turn = SameTurn.of("send_otp", Channel.SMS, Optional.of(name));
        assertEquals(turn, SameTurn.of("send_otp", Channel.SMS, Optional.of(name)));
        assertTrue(turn.key().length() <= 128);
        assertFalse(turn.key().contains("sss"));
    }
}
