package io.vouchline.local.demo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.local.key.DemoCredentials;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuideTest {

    @Test
    void everyLineCanBeCopiedWithItsKeyInPlace() {
        String text =
                Guide.text(
                        "http://127.0.0.1:8080",
                        new DemoCredentials(
                                "a-key",
                                "d-key",
                                "an-id",
                                "a-secret",
                                "b-id",
                                "b-secret",
                                "app-secret"));

        for (String line :
                List.of(
                        "curl -s http://127.0.0.1:8080/dialogflow/telephony_verification -H 'X-API-Key: a-key' -H 'Content-Type: application/json' -d '{\"phone_number\":\"6502530000\"}'",
                        "curl -s http://127.0.0.1:8080/dialogflow/send_otp -H 'X-API-Key: a-key' -H 'Content-Type: application/json' -d '{\"phone_number\":\"6502530000\",\"channel\":\"mobile\"}'",
                        "curl -s http://127.0.0.1:8080/sessions -H 'X-API-Key: a-key' -H 'Content-Type: application/json' -d '{\"external_id\":\"call-1\",\"platform\":\"demo\",\"ani\":\"+16502530000\",\"parameters\":{\"auth_level_req\":1,\"account_auth_enabled\":true,\"card_auth_enabled\":false}}'",
                        "curl -s http://127.0.0.1:8080/sessions/<session_id>/turns -H 'X-API-Key: a-key' -H 'Content-Type: application/json' -d '{\"turn_id\":\"1\",\"kind\":\"speech\",\"value\":\"by phone, please\"}'",
                        "curl -s 'http://127.0.0.1:8080/telavox/customer?accountNumber=1234567890' -H 'X-API-Key: a-key'",
                        "curl -s http://127.0.0.1:8080/v1/verify/call -u 'an-id:a-secret' --data-urlencode phone_number=5552345678 --data-urlencode language=en-US --data-urlencode 'template=Your code is $$CODE$$'",
                        "curl -s -X POST 'http://127.0.0.1:8080/telavox/lists/deny?phoneNumber=3125550131&reason=nuisance+calls' -H 'X-API-Key: a-key'",
                        "curl -s http://127.0.0.1:8080/feedback -H 'X-API-Key: a-key' -H 'Content-Type: application/json' -d '{\"id\":\"case-0001\",\"phone_number\":\"3125550132\",\"outcome\":\"fraud\"}'",
                        "curl -s http://127.0.0.1:8080/pushes -H 'X-API-Key: a-key' -H 'Content-Type: application/json' -d '{\"phone_number\":\"6502530000\",\"text\":\"Is it you who calls?\"}'",
                        "curl -s http://127.0.0.1:8080/verifications/check -H 'X-API-Key: a-key' -H 'Content-Type: application/json' -d '{\"phone_number\":\"6502530000\",\"code\":\"<the code>\"}'")) {
            assertTrue(text.contains("  " + line + "\n"), line);
        }
    }
}
