package io.vouchline.local.demo;

import io.vouchline.local.key.DemoCredentials;

/** What to try next, as lines to copy into a terminal. */
public final class Guide {

    private Guide() {}

    /** The lines, with the keys of this fleet in them. */
    public static String text(String gateway, DemoCredentials credentials) {
        return """

                Dialogflow CX: a caller of +1 650 253 0000 is found, gets a code and is verified
                  %2$s/telephony_verification %3$s -d '{"phone_number":"6502530000"}'
                  %2$s/send_otp %3$s -d '{"phone_number":"6502530000","channel":"mobile"}'
                  deploy/local/outbox
                  %2$s/verify_otp %3$s -d '{"phone_number":"6502530000","otp":"<the code>"}'
                The authentication engine: the same caller, turn by turn; say anything
                  %7$s/sessions %3$s -d '{"external_id":"call-1","platform":"demo","ani":"+16502530000","parameters":{"auth_level_req":1,"account_auth_enabled":true,"card_auth_enabled":false}}'
                  %7$s/sessions/<session_id>/turns %3$s -d '{"turn_id":"1","kind":"speech","value":"by phone, please"}'
                  %7$s/sessions/<session_id>/turns %3$s -d '{"turn_id":"2","kind":"speech","value":"it is <the code>"}'
                Telavox: who has this account?
                  curl -s '%1$s/telavox/customer?accountNumber=1234567890' -H 'X-API-Key: %4$s'
                Telesign: call a number with a code, after a look at its risk
                  curl -s %1$s/v1/verify/call -u '%5$s:%6$s' --data-urlencode phone_number=5552345678 --data-urlencode language=en-US --data-urlencode 'template=Your code is $$CODE$$'
                Telavox: refuse a number from now on
                  curl -s -X POST '%1$s/telavox/lists/deny?phoneNumber=3125550131&reason=nuisance+calls' -H 'X-API-Key: %4$s'
                  curl -s %1$s/v1/verify/call -u '%5$s:%6$s' --data-urlencode phone_number=13125550131
                Our own API: a number took part in fraud, or (genuine) did not
                  %7$s/feedback %3$s -d '{"id":"case-0001","phone_number":"3125550132","outcome":"fraud"}'
                Our own API: does the caller approve in the bank's app?
                  %7$s/pushes %3$s -d '{"phone_number":"6502530000","text":"Is it you who calls?"}'
                  deploy/local/approve <reference> <match>
                  curl -s %1$s/pushes/<reference> -H 'X-API-Key: %4$s'
                Our own API: a code is good for binding an authenticator, and what that shows for level 2
                  %7$s/verifications/check %3$s -d '{"phone_number":"6502530000","code":"<the code>"}'
                  %7$s/authenticators %3$s -H 'Vouchline-Assertion: <the assertion>' -d '{"phone_number":"6502530000"}'
                """
                .formatted(
                        gateway,
                        "curl -s " + gateway + "/dialogflow",
                        "-H 'X-API-Key: %s' -H 'Content-Type: application/json'"
                                .formatted(credentials.apiKey()),
                        credentials.apiKey(),
                        credentials.customerId(),
                        credentials.customerKey(),
                        "curl -s " + gateway);
    }
}
