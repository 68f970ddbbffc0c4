package io.vouchline.local.demo;

import java.net.http.HttpClient;
import java.util.Set;
import org.jose4j.jwk.PublicJsonWebKey;

/**
 * The call widget that the Telavox document builds: shown if the caller has keyed in an account
 * number, with the customer's name as its content.
 */
public final class DemoWidget {

    private static final int CREATED = 201;
    private static final int THERE_ALREADY = 409;
    private static final String DEFINITION =
            """
            {
              "name": "Customer card",
              "shown_if": "accountNumber",
              "header": {
                "title": "Customer {accountNumber}",
                "action_label": "Open customer file",
                "action_url": "https://crm.example.com/customers/{accountNumber}",
                "autorun": false
              },
              "buttons": [
                {"label": "Create ticket", "url": "https://crm.example.com/tickets/new?account={accountNumber}"}
              ],
              "rows": [
                {"title": "{customerInfo.customer.name}", "label": "Name"},
                {"title": "{caller}", "label": "Calls from"}
              ]
            }
            """;

    private DemoWidget() {}

    /** Makes it, unless there is one of its name. */
    public static void make(String lookupUrl, PublicJsonWebKey signer, HttpClient http)
            throws InterruptedException {
        String token = OperatorToken.forWidgets(signer, OperatorToken.DEMO_BANK);
        new DemoDoor(lookupUrl, token, http)
                .post(
                        "/v1/widgets",
                        DEFINITION,
                        Set.of(CREATED, THERE_ALREADY),
                        "the demo call widget");
    }
}
