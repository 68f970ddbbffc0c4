package io.vouchline.gateway.voice;

import io.vouchline.gateway.prompt.Said;
import io.vouchline.gateway.session.SessionStanding;
import io.vouchline.gateway.session.SessionStanding.Expect;
import io.vouchline.gateway.session.SessionStanding.Outputs;
import io.vouchline.gateway.session.SessionStanding.SessionState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Standings as sessions tell them. */
final class SampleStandings {

    static final String ID = "0123456789ABCDEF0123456789ABCDEF";

    private SampleStandings() {}

    static SessionStanding asking(Expect expect, Said... prompts) {
        return new SessionStanding(
                ID,
                SessionState.ASK,
                List.of(prompts),
                expect,
                new Outputs(null, null, null),
                null,
                "en-US");
    }

    static SessionStanding asking(String kind, int min, int max, String words) {
        return asking(new Expect(kind, min, max, "#", 8, true), said(words));
    }

    static SessionStanding done() {
        return ended(SessionState.DONE, new Outputs(1, "6502530000", null), "an.asser.tion");
    }

    static SessionStanding failed(String reason) {
        return ended(SessionState.FAILED, new Outputs(null, null, reason), null);
    }

    static SessionStanding transfer() {
        return ended(SessionState.TRANSFER, new Outputs(0, "6502530000", "agent"), null);
    }

    private static SessionStanding ended(
            SessionState state, Outputs outputs, @Nullable String assertion) {
        return new SessionStanding(
                ID, state, List.of(said("Thank you.")), null, outputs, assertion, "en-US");
    }

    static Said said(String words) {
        return new Said(words, ssml(words), words, null);
    }

    static Said recorded(String words, String address) {
        return new Said(words, ssml(words), words, address);
    }

    static String ssml(String content) {
        return "<speak version=\"1.1\" xmlns=\"http://www.w3.org/2001/10/synthesis\" xml:lang=\"en-US\">"
                + content.replace("&", "&amp;").replace("<", "&lt;")
                + "</speak>";
    }
}
