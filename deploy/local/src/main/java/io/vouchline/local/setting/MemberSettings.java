package io.vouchline.local.setting;

import static io.vouchline.local.process.Member.GATEWAY;
import static io.vouchline.local.process.Member.LOOKUP;
import static io.vouchline.local.process.Member.OTP;
import static io.vouchline.local.process.Member.RISK;
import static java.util.Map.entry;

import io.vouchline.local.carrier.Account;
import io.vouchline.local.demo.OperatorToken;
import io.vouchline.local.process.Member;
import io.vouchline.local.process.MemberPorts;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings of each service of a fleet. */
final class MemberSettings {

    private final Wiring wiring;
    private final Path sandbox;

    MemberSettings(Wiring wiring, Path sandbox) {
        this.wiring = wiring;
        this.sandbox = sandbox;
    }

    Map<String, String> of(Member member) {
        Map<String, String> settings = new LinkedHashMap<>(listening(wiring.ports().of(member)));
        settings.putAll(
                switch (member) {
                    case GATEWAY -> gateway();
                    case LOOKUP -> lookup();
                    case OTP -> otp();
                    case RISK -> risk();
                });
        return settings;
    }

    private static Map<String, String> listening(MemberPorts ports) {
        return Map.ofEntries(
                entry("quarkus.http.host", "127.0.0.1"),
                entry("quarkus.http.port", String.valueOf(ports.http())),
                entry("quarkus.management.host", "127.0.0.1"),
                entry("quarkus.management.port", String.valueOf(ports.management())));
    }

    private Map<String, String> gateway() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("quarkus.redis.hosts", wiring.redis().url());
        settings.put("vouchline.numbers.key-file", wiring.keys().numbers().toString());
        settings.put("vouchline.seal.keyset-file", wiring.keys().calls().toString());
        settings.put(
                "vouchline.token.signing-key-file", wiring.keys().internalSigningKey().toString());
        settings.put(
                "vouchline.assertion.signing-key-file",
                wiring.keys().assertionSigningKey().toString());
        settings.put(
                "vouchline.platform-token.signing-key-file",
                wiring.keys().platformSigningKey().toString());
        settings.put("quarkus.rest-client.lookup.url", wiring.ports().of(LOOKUP).url());
        settings.put("quarkus.rest-client.otp.url", wiring.ports().of(OTP).url());
        settings.put("quarkus.rest-client.risk.url", wiring.ports().of(RISK).url());
        // A receiver of delivery reports is tried out on this machine too.
        settings.put("vouchline.callback.allow-insecure", "true");
        settings.putAll(GatewayClients.settings(wiring.keys()));
        return settings;
    }

    private Map<String, String> lookup() {
        Map<String, String> settings = internalTokens();
        settings.put("quarkus.datasource.reactive.url", wiring.postgres().reactiveUrl());
        settings.put("quarkus.datasource.jdbc.url", wiring.postgres().jdbcUrl());
        settings.put("quarkus.datasource.username", wiring.postgres().user());
        settings.put("quarkus.datasource.password", wiring.postgres().password());
        settings.put("vouchline.vault.keyset-file", wiring.keys().profiles().toString());
        settings.put("vouchline.vault.index-key-file", wiring.keys().index().toString());
        return settings;
    }

    private Map<String, String> otp() {
        Map<String, String> settings = internalTokens();
        settings.put("quarkus.redis.hosts", wiring.redis().url());
        settings.put("vouchline.passcode.pepper-file", wiring.keys().pepper().toString());
        settings.put("vouchline.passcode.keyset-file", wiring.keys().passcodes().toString());
        settings.put("vouchline.numbers.key-file", wiring.keys().numbers().toString());
        settings.putAll(mail());
        settings.putAll(phone());
        settings.putAll(app());
        settings.putAll(quotas());
        return settings;
    }

    private Map<String, String> mail() {
        return Map.ofEntries(
                entry("quarkus.mailer.host", "127.0.0.1"),
                entry("quarkus.mailer.port", String.valueOf(wiring.carrier().mailPort())),
                entry("quarkus.mailer.from", "no-reply@demo-bank.example"),
                entry("quarkus.mailer.start-tls", "DISABLED"),
                entry("quarkus.mailer.mock", "false"));
    }

    private Map<String, String> phone() {
        return Map.ofEntries(
                entry("quarkus.rest-client.carrier.url", wiring.carrier().phoneUrl()),
                entry("vouchline.delivery.carrier.account-sid", Account.DEMO_SID),
                entry(
                        "vouchline.delivery.carrier.auth-token-file",
                        wiring.keys().carrierToken().toString()),
                entry("vouchline.delivery.carrier.from", Account.DEMO_NUMBER),
                entry("vouchline.delivery.callback-url", wiring.ports().of(GATEWAY).url()));
    }

    private Map<String, String> app() {
        return Map.ofEntries(
                entry("vouchline.delivery.webhook.url", wiring.appUrl()),
                entry(
                        "vouchline.delivery.webhook.secret-file",
                        wiring.keys().appEventsSecret().toString()),
                entry(
                        "vouchline.push.tenants." + OperatorToken.DEMO_BANK + ".secret-file",
                        wiring.keys().appAnswersSecret().toString()));
    }

    /** Whoever tries things out asks more often than a caller. */
    private static Map<String, String> quotas() {
        return Map.ofEntries(
                entry("vouchline.quota.number", "100/10m"),
                entry("vouchline.quota.number-day", "1000/24h"),
                entry("vouchline.quota.prefix", "1000/1h"));
    }

    private Map<String, String> risk() {
        Map<String, String> settings = internalTokens();
        settings.put("quarkus.redis.hosts", wiring.redis().url());
        settings.put("vouchline.numbers.key-file", wiring.keys().numbers().toString());
        settings.put("vouchline.sandbox.file", sandbox.toString());
        return settings;
    }

    private Map<String, String> internalTokens() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("mp.jwt.verify.publickey.location", "file:" + wiring.keys().internalKeys());
        return settings;
    }
}
