package io.vouchline.local.demo;

import io.vouchline.local.process.Member;
import java.net.http.HttpClient;
import java.util.Set;
import org.jose4j.jwk.PublicJsonWebKey;

/**
 * The demo bank trusts its demo customers: dozens of neighbouring numbers that are asked for again
 * and again look like traffic pumping otherwise, for that is how it works.
 */
public final class DemoList {

    private static final int OK = 200;
    private static final String ENTRY =
            """
            {"list": "ALLOW", "subject": {"extent": "PREFIX", "value": "+1650253"},
             "reason": "demo customers", "author": "local fleet", "for_all": false}
            """;

    private DemoList() {}

    /** Puts them on the list. */
    public static void make(String riskUrl, PublicJsonWebKey signer, HttpClient http)
            throws InterruptedException {
        String token =
                OperatorToken.of(signer, OperatorToken.DEMO_BANK, Member.RISK, "lists:manage");
        new DemoDoor(riskUrl, token, http)
                .post("/v1/lists/entries", ENTRY, Set.of(OK), "the list of demo customers");
    }
}
