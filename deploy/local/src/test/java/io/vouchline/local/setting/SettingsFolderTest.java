package io.vouchline.local.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.local.key.KeyFolder;
import io.vouchline.local.process.Member;
import io.vouchline.local.process.PortPlan;
import io.vouchline.local.setting.Wiring.CarrierAddress;
import io.vouchline.local.store.PostgresAddress;
import io.vouchline.local.store.RedisAddress;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFolderTest {

    @TempDir private Path folder;
    private SettingsFolder settings;

    @BeforeEach
    void write() {
        Wiring wiring =
                new Wiring(
                        PortPlan.standard(),
                        KeyFolder.open(folder.resolve("keys")),
                        PostgresAddress.parse("postgresql://bank:pa$$w%5Cord@db:6432/vouchline"),
                        RedisAddress.parse("redis://cache:6380"),
                        new CarrierAddress(2525, "http://127.0.0.1:4000"),
                        "http://127.0.0.1:4001/events");
        settings = SettingsFolder.write(folder.resolve("config"), wiring);
    }

    @Test
    void theGatewayKnowsTheOthersAndItsClients() throws IOException {
        assertEquals(
                properties(
                        """
                        quarkus.http.host=127.0.0.1
                        quarkus.http.port=8080
                        quarkus.management.host=127.0.0.1
                        quarkus.management.port=9080
                        quarkus.redis.hosts=redis://cache:6380
                        vouchline.numbers.key-file=KEYS/numbers.jwks
                        vouchline.seal.keyset-file=KEYS/calls.keyset.json
                        vouchline.token.signing-key-file=KEYS/internal-signing.jwk
                        vouchline.assertion.signing-key-file=KEYS/assertion-signing.jwk
                        vouchline.platform-token.signing-key-file=KEYS/platform-signing.jwk
                        vouchline.callback.allow-insecure=true
                        quarkus.rest-client.lookup.url=http://127.0.0.1:8081
                        quarkus.rest-client.otp.url=http://127.0.0.1:8082
                        quarkus.rest-client.risk.url=http://127.0.0.1:8083
                        vouchline.access.clients.demo.tenant=demo-bank
                        vouchline.access.clients.demo.dialects=dialogflow,telavox,vouchline
                        vouchline.access.clients.demo.header=X-API-Key
                        vouchline.access.clients.demo.oauth=true
                        vouchline.access.clients.demo.policy.account-number-min=10
                        vouchline.access.clients.demo.policy.account-number-max=10
                        vouchline.access.clients.demo.policy.fallback=voice
                        vouchline.access.clients.demo.policy.enrol-authenticators=true
                        vouchline.access.clients.demo.policy.lists=deny,allow
                        vouchline.access.clients.demo.policy.feedback=true
                        vouchline.access.clients.demo.policy.calls=true
                        vouchline.access.clients.demo.policy.institution=Demo Bank
                        vouchline.access.clients.demo.key-file=KEYS/demo-dialogflow.key
                        vouchline.access.clients.demo.default-region=US
                        vouchline.access.clients.demo-document.tenant=demo-bank
                        vouchline.access.clients.demo-document.dialects=dialogflow
                        vouchline.access.clients.demo-document.header=X-API-Key
                        vouchline.access.clients.demo-document.key-file=KEYS/demo-document.key
                        vouchline.access.clients.demo-document.default-region=US
                        vouchline.access.clients.demo-document.policy.document-mode=true
                        vouchline.access.clients.demo-telesign.tenant=demo-bank
                        vouchline.access.clients.demo-telesign.dialects=telesign
                        vouchline.access.clients.demo-telesign.customer-id=12345678-9ABC-DEF0-1234-56789ABCDEF0
                        vouchline.access.clients.demo-telesign.key-file=KEYS/demo-telesign.key
                        vouchline.access.clients.demo-telesign.default-region=US
                        vouchline.access.clients.demo-telesign-blocked.tenant=demo-bank
                        vouchline.access.clients.demo-telesign-blocked.dialects=telesign
                        vouchline.access.clients.demo-telesign-blocked.customer-id=0FEDCBA9-8765-4321-0FED-CBA987654321
                        vouchline.access.clients.demo-telesign-blocked.key-file=KEYS/demo-telesign-blocked.key
                        vouchline.access.clients.demo-telesign-blocked.default-region=US
                        """),
                written(Member.GATEWAY));
    }

    @Test
    void theLookupServiceKnowsItsDatabaseAndItsVault() throws IOException {
        Properties expected =
                properties(
                        """
                        quarkus.http.host=127.0.0.1
                        quarkus.http.port=8081
                        quarkus.management.host=127.0.0.1
                        quarkus.management.port=9081
                        mp.jwt.verify.publickey.location=file:KEYS/internal.jwks
                        quarkus.datasource.reactive.url=postgresql://db:6432/vouchline
                        quarkus.datasource.jdbc.url=jdbc:postgresql://db:6432/vouchline
                        quarkus.datasource.username=bank
                        vouchline.vault.keyset-file=KEYS/profiles.keyset.json
                        vouchline.vault.index-key-file=KEYS/index.jwks
                        """);
        // The reader of the file takes a dollar sign for a reference unless a backslash precedes
        // it.
        expected.setProperty("quarkus.datasource.password", "pa\\$\\$w\\ord");

        assertEquals(expected, written(Member.LOOKUP));
    }

    @Test
    void theOtpServiceKnowsItsStoreItsKeysTheCarrierAndTheApp() throws IOException {
        assertEquals(
                properties(
                        """
                        quarkus.http.host=127.0.0.1
                        quarkus.http.port=8082
                        quarkus.management.host=127.0.0.1
                        quarkus.management.port=9082
                        mp.jwt.verify.publickey.location=file:KEYS/internal.jwks
                        quarkus.redis.hosts=redis://cache:6380
                        vouchline.passcode.pepper-file=KEYS/pepper.jwks
                        vouchline.passcode.keyset-file=KEYS/passcodes.keyset.json
                        vouchline.numbers.key-file=KEYS/numbers.jwks
                        quarkus.mailer.host=127.0.0.1
                        quarkus.mailer.port=2525
                        quarkus.mailer.from=no-reply@demo-bank.example
                        quarkus.mailer.start-tls=DISABLED
                        quarkus.mailer.mock=false
                        quarkus.rest-client.carrier.url=http://127.0.0.1:4000
                        vouchline.delivery.carrier.account-sid=AC0a1b2c3d4e5f60718293a4b5c6d7e8f9
                        vouchline.delivery.carrier.auth-token-file=KEYS/carrier.token
                        vouchline.delivery.carrier.from=+15005550006
                        vouchline.delivery.callback-url=http://127.0.0.1:8080
                        vouchline.delivery.webhook.url=http://127.0.0.1:4001/events
                        vouchline.delivery.webhook.secret-file=KEYS/app-events.secret
                        vouchline.push.tenants.demo-bank.secret-file=KEYS/app-answers.secret
                        vouchline.quota.number=100/10m
                        vouchline.quota.number-day=1000/24h
                        vouchline.quota.prefix=1000/1h
                        """),
                written(Member.OTP));
    }

    @Test
    void theRiskServiceKnowsItsStoreItsKeyAndTheSandboxNumbers() throws IOException {
        Path sandbox = folder.resolve("config/sandbox.csv");

        assertEquals(
                properties(
                        """
                        quarkus.http.host=127.0.0.1
                        quarkus.http.port=8083
                        quarkus.management.host=127.0.0.1
                        quarkus.management.port=9083
                        mp.jwt.verify.publickey.location=file:KEYS/internal.jwks
                        quarkus.redis.hosts=redis://cache:6380
                        vouchline.numbers.key-file=KEYS/numbers.jwks
                        vouchline.sandbox.file=%s
                        """
                                .formatted(sandbox)),
                written(Member.RISK));
        assertTrue(
                Files.readString(sandbox).contains("demo-telesign-blocked,+15552345678,2,820\n"));
    }

    @Test
    void onlyTheOwnerCanReadThem() throws IOException {
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(settings.of(Member.LOOKUP))));
    }

    private Properties properties(String text) throws IOException {
        return load(new StringReader(text.replace("KEYS", folder.resolve("keys").toString())));
    }

    private Properties written(Member member) throws IOException {
        return load(Files.newBufferedReader(settings.of(member)));
    }

    private static Properties load(Reader reader) throws IOException {
        try (reader) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        }
    }
}
