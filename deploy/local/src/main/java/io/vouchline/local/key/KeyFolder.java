package io.vouchline.local.key;

import static io.vouchline.local.key.DemoClient.DEFAULT;
import static io.vouchline.local.key.DemoClient.DOCUMENT;
import static io.vouchline.local.key.DemoClient.TELESIGN;
import static io.vouchline.local.key.DemoClient.TELESIGN_BLOCKED;

import io.vouchline.local.file.PrivateFiles;
import io.vouchline.local.report.StartFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jose4j.jwk.PublicJsonWebKey;

/**
 * The folder of the fleet's secrets. What is missing in it is made; what is there stays, since the
 * data of earlier runs is sealed with it.
 */
public final class KeyFolder {

    private static final String DOCUMENT_SAMPLE_KEY = "Uak4fcLTTH/Tv8c/Q6QMwl5t4ck=";
    private static final int SECRET_BYTES = 24;
    private static final int TELESIGN_KEY_BYTES = 20;
    private static final int WEBHOOK_SECRET_BYTES = 32;

    private final Path folder;

    private KeyFolder(Path folder) {
        this.folder = folder;
    }

    /** Opens the folder and completes it. */
    public static KeyFolder open(Path path) {
        KeyFolder keys = new KeyFolder(PrivateFiles.folder(path));
        keys.makeFleetKeys();
        keys.makeClientKeys();
        return keys;
    }

    /** The folder of a fleet that runs: nothing in it is touched. */
    public static KeyFolder existing(Path path) {
        return new KeyFolder(path);
    }

    private void makeFleetKeys() {
        make(internalSigningKey(), Jwks::signingKey);
        // Always written: it must fit the signing key, also when that was replaced by hand.
        PrivateFiles.write(internalKeys(), Jwks.publicPart(signer()));
        make(profiles(), Keysets::sealing);
        make(passcodes(), Keysets::sealing);
        make(calls(), Keysets::sealing);
        make(index(), Jwks::secretSet);
        make(pepper(), Jwks::secretSet);
        make(numbers(), Jwks::secretSet);
        make(assertionSigningKey(), Jwks::signingKey);
        make(platformSigningKey(), Jwks::signingKey);
        make(appEventsSecret(), KeyFolder::webhookSecret);
        make(appAnswersSecret(), KeyFolder::webhookSecret);
        make(carrierToken(), () -> RandomText.urlSafe(SECRET_BYTES));
        make(databasePassword(), () -> RandomText.urlSafe(SECRET_BYTES));
    }

    private void makeClientKeys() {
        make(clientKey(DEFAULT), KeyFolder::headerKey);
        make(clientKey(DOCUMENT), KeyFolder::headerKey);
        make(clientKey(TELESIGN), () -> DOCUMENT_SAMPLE_KEY);
        make(clientKey(TELESIGN_BLOCKED), () -> RandomText.base64(TELESIGN_KEY_BYTES));
    }

    private static String headerKey() {
        return "vouchline-demo-" + RandomText.urlSafe(SECRET_BYTES);
    }

    private static String webhookSecret() {
        return "whsec_" + RandomText.base64(WEBHOOK_SECRET_BYTES);
    }

    private static void make(Path file, Supplier<String> content) {
        if (Files.notExists(file)) {
            PrivateFiles.write(file, content.get());
        }
    }

    /** The private key behind the tokens between the services. */
    public Path internalSigningKey() {
        return folder.resolve("internal-signing.jwk");
    }

    /** The public part of {@link #internalSigningKey}. */
    public Path internalKeys() {
        return folder.resolve("internal.jwks");
    }

    /** Seals customers' personal values. */
    public Path profiles() {
        return folder.resolve("profiles.keyset.json");
    }

    /** Seals codes that wait for delivery. */
    public Path passcodes() {
        return folder.resolve("passcodes.keyset.json");
    }

    /** Seals what the gateway keeps of calls. */
    public Path calls() {
        return folder.resolve("calls.keyset.json");
    }

    /** Finds sealed values again. */
    public Path index() {
        return folder.resolve("index.jwks");
    }

    /** Mixed into the digest of every code. */
    public Path pepper() {
        return folder.resolve("pepper.jwks");
    }

    /** Stands for phone numbers in Redis. */
    public Path numbers() {
        return folder.resolve("numbers.jwks");
    }

    /** The private key behind the assertions that the gateway gives to platforms. */
    public Path assertionSigningKey() {
        return folder.resolve("assertion-signing.jwk");
    }

    /** The private key behind the tokens that the gateway gives to platforms. */
    public Path platformSigningKey() {
        return folder.resolve("platform-signing.jwk");
    }

    /** What the events are signed with that the institution's app gets. */
    public Path appEventsSecret() {
        return folder.resolve("app-events.secret");
    }

    /** What the institution's app signs its answers with. */
    public Path appAnswersSecret() {
        return folder.resolve("app-answers.secret");
    }

    /** The password of the carrier's account. */
    public Path carrierToken() {
        return folder.resolve("carrier.token");
    }

    /** The password of the fleet's own PostgreSQL. */
    public Path databasePassword() {
        return folder.resolve("postgres.password");
    }

    /** What a platform account shows at the door. */
    public Path clientKey(DemoClient client) {
        return folder.resolve(client.keyFile());
    }

    /** The same, read. */
    public DemoCredentials credentials() {
        return new DemoCredentials(
                PrivateFiles.read(clientKey(DEFAULT)),
                PrivateFiles.read(clientKey(DOCUMENT)),
                DemoCredentials.CUSTOMER_ID,
                PrivateFiles.read(clientKey(TELESIGN)),
                DemoCredentials.BLOCKED_CUSTOMER_ID,
                PrivateFiles.read(clientKey(TELESIGN_BLOCKED)),
                PrivateFiles.read(appAnswersSecret()));
    }

    /** The key of {@link #internalSigningKey}, read. */
    public PublicJsonWebKey signer() {
        try {
            return Jwks.parse(PrivateFiles.read(internalSigningKey()));
        } catch (IllegalArgumentException e) {
            throw new StartFailure(
                    "The file %s is %s: remove it, so that a new one is made."
                            .formatted(internalSigningKey(), e.getMessage()),
                    e);
        }
    }
}
