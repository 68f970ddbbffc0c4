package io.vouchline.gateway.access;

import io.vouchline.contract.number.Notation;
import io.vouchline.contract.otp.OtpApi;
import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.gateway.access.AccessConfig.ClientConfig;
import io.vouchline.gateway.access.AccessConfig.PolicyConfig;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What must hold for a client's settings; a mistake stops the start with setting and remedy. */
final class ClientCheck {

    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(30);

    /** NIST SP 800-63B section 3.1.3.2. */
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

    private static final Duration LONGEST_HOLD = Duration.ofDays(30);

    private static final Duration SHORTEST_LISTING = Duration.ofHours(1);
    private static final Duration LONGEST_LISTING = Duration.ofDays(3650);

    /** What the label of an {@code otpauth} address can hold. */
    private static final Pattern INSTITUTION = Pattern.compile("[^:\\p{Cntrl}]{1,64}");

    /** An entry's author has 100 characters: "client " and the client's id. */
    private static final int LONGEST_AUTHOR = 93;

    /** A field name of RFC 9110 section 5.6.2. */
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}");

    /** Whatever else stands in these headers would be taken for a key. */
    private static final Set<String> TAKEN =
            Set.of(
                    "authorization",
                    "connection",
                    "content-length",
                    "content-type",
                    "cookie",
                    "date",
                    "host",
                    "transfer-encoding",
                    "user-agent",
                    "x-forwarded-for");

    private static final Pattern CUSTOMER_ID = Pattern.compile("[!-9;-~]{1,128}");
    private static final Pattern TWILIO_ACCOUNT = Pattern.compile("AC[0-9a-f]{32}");
    private static final Pattern HOST =
            Pattern.compile("(?=.{1,253}$)([a-z0-9-]{1,63}\\.)+[a-z0-9-]{1,63}");
    private static final Pattern EMAIL = Pattern.compile("[!-?A-~]{1,128}@[!-?A-~]{1,255}");

    private static final Pattern ORIGIN = Pattern.compile(OtpApi.ORIGIN);

    private ClientCheck() {}

    static void check(String id, ClientConfig config) {
        if (!Notation.regions().contains(config.defaultRegion())) {
            throw wrong(id, "default-region", config.defaultRegion(), "name a region, such as US");
        }
        credentials(id, config);
        sources(id, config);
        times(id, config.policy());
        accountNumbers(id, config.policy());
        fallback(id, config.policy().fallback().orElse(List.of()));
        messages(id, config.policy());
        institution(id, config.policy());
        modes(id, config.policy());
        screening(id, config.policy());
        lists(id, config.policy());
        variables(id, config.policy());
        nextHosts(id, config.policy());
    }

    /** What a client can show, and that it has a key where one is needed. */
    private static void credentials(String id, ClientConfig config) {
        boolean keyed =
                config.header().isPresent()
                        || config.customerId().isPresent()
                        || config.twilioAccountSid().isPresent()
                        || config.oauth();
        if (!keyed && config.googleServiceAgents().isEmpty() && !config.sourceOnly()) {
            throw wrong(
                    id,
                    "header",
                    "(unset)",
                    "name a header, a customer-id, a twilio-account-sid, oauth=true, google-service-agents, or source-only=true");
        }
        if (keyed != config.keyFile().isPresent()) {
            throw wrong(
                    id,
                    "key-file",
                    config.keyFile().map(Object::toString).orElse("(unset)"),
                    keyed
                            ? "mount the client's key and name the file"
                            : "nothing uses it; name a header, a customer-id or a twilio-account-sid, or leave it out");
        }
        config.header()
                .filter(name -> !HEADER.matcher(name).matches() || TAKEN.contains(lower(name)))
                .ifPresent(
                        name -> {
                            throw wrong(
                                    id,
                                    "header",
                                    name,
                                    "name a header of its own, such as X-API-Key");
                        });
        config.customerId()
                .filter(name -> !CUSTOMER_ID.matcher(name).matches())
                .ifPresent(
                        name -> {
                            throw wrong(
                                    id,
                                    "customer-id",
                                    name,
                                    "choose 1 to 128 visible ASCII characters without \":\"");
                        });
        config.twilioAccountSid()
                .filter(sid -> !TWILIO_ACCOUNT.matcher(sid).matches())
                .ifPresent(
                        sid -> {
                            throw wrong(
                                    id,
                                    "twilio-account-sid",
                                    sid,
                                    "name the account by AC and 32 characters of 0-9 and a-f");
                        });
        if (config.digestSha1() && config.customerId().isEmpty()) {
            throw wrong(id, "digest-sha1", true, "it takes a customer-id");
        }
        config.googleServiceAgents().stream()
                .flatMap(Set::stream)
                .filter(email -> !EMAIL.matcher(email).matches())
                .findFirst()
                .ifPresent(
                        email -> {
                            throw wrong(
                                    id,
                                    "google-service-agents",
                                    email,
                                    "name e-mail addresses, such as service-1@gcp-sa-dialogflow.iam.gserviceaccount.com");
                        });
    }

    private static void sources(String id, ClientConfig config) {
        List<String> ranges = config.sourceRanges().orElse(List.of());
        if (config.sourceOnly() && ranges.isEmpty()) {
            throw wrong(id, "source-only", true, "it takes source-ranges");
        }
        boolean shown = config.keyFile().isPresent() || config.googleServiceAgents().isPresent();
        if (config.sourceOnly() && shown) {
            throw wrong(
                    id,
                    "source-only",
                    true,
                    "its key or service agents would be for nothing; leave them or this out");
        }
    }

    /**
     * The ranges of a client.
     *
     * @throws IllegalStateException with setting, value and remedy, if one is none
     */
    static List<SourceRange> ranges(String id, List<String> texts) {
        return SourceRange.all("vouchline.access.clients.%s.source-ranges".formatted(id), texts);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static void times(String id, PolicyConfig policy) {
        Duration life = policy.codeLife();
        if (life.compareTo(SHORTEST_LIFE) < 0 || life.compareTo(LONGEST_LIFE) > 0) {
            throw wrong(id, "policy.code-life", life, "choose 30s to 10m");
        }
        Duration hold = policy.hold();
        if (hold.isNegative() || hold.compareTo(LONGEST_HOLD) > 0) {
            throw wrong(id, "policy.hold", hold, "choose 0s to 720h (30 days)");
        }
    }

    private static void accountNumbers(String id, PolicyConfig policy) {
        if (policy.accountNumberMin() > policy.accountNumberMax()) {
            throw wrong(
                    id,
                    "policy.account-number-min",
                    policy.accountNumberMin(),
                    "it must not be above account-number-max");
        }
    }

    private static void fallback(String id, List<Channel> channels) {
        if (channels.contains(Channel.PUSH) || new HashSet<>(channels).size() < channels.size()) {
            throw wrong(
                    id,
                    "policy.fallback",
                    channels,
                    "name voice, sms and email, each at most once, in the order to try them");
        }
    }

    private static void messages(String id, PolicyConfig policy) {
        policy.origin()
                .filter(origin -> !isOrigin(origin))
                .ifPresent(
                        origin -> {
                            throw wrong(
                                    id,
                                    "policy.origin",
                                    origin,
                                    "name a domain in lower case, such as bank.example");
                        });
        if (!LanguageTag.isOne(policy.language())) {
            throw wrong(
                    id,
                    "policy.language",
                    policy.language(),
                    "name a language by its BCP 47 tag, such as en-US");
        }
    }

    private static void institution(String id, PolicyConfig policy) {
        policy.institution()
                .filter(name -> !INSTITUTION.matcher(name).matches())
                .ifPresent(
                        name -> {
                            throw wrong(
                                    id,
                                    "policy.institution",
                                    name,
                                    "choose 1 to 64 characters without \":\"");
                        });
    }

    private static boolean isOrigin(String origin) {
        return origin.length() <= OtpApi.LONGEST_ORIGIN && ORIGIN.matcher(origin).matches();
    }

    private static void modes(String id, PolicyConfig policy) {
        if (policy.strict() && policy.documentMode()) {
            throw new IllegalStateException(
                    "vouchline.access.clients.%s.policy.strict and .policy.document-mode are both true, but NIST SP 800-63B-4 forbids what document mode gives away; set one of them to false"
                            .formatted(id));
        }
    }

    private static void screening(String id, PolicyConfig policy) {
        policy.expectedRegions().stream()
                .flatMap(Set::stream)
                .filter(region -> !Notation.regions().contains(region))
                .findFirst()
                .ifPresent(
                        region -> {
                            throw wrong(
                                    id,
                                    "policy.expected-regions",
                                    region,
                                    "name regions by their ISO 3166-1 codes, such as US,CA");
                        });
        if (policy.shadow() && !policy.verifyPlus()) {
            throw wrong(id, "policy.shadow", true, "it takes verify-plus=true");
        }
    }

    private static void lists(String id, PolicyConfig policy) {
        Duration life = policy.listLife();
        if (life.compareTo(SHORTEST_LISTING) < 0 || life.compareTo(LONGEST_LISTING) > 0) {
            throw wrong(id, "policy.list-life", life, "choose 1h to 3650d (ten years)");
        }
        if (policy.lists().isPresent() && id.length() > LONGEST_AUTHOR) {
            throw wrong(
                    id,
                    "policy.lists",
                    policy.lists().get(),
                    "its entries name the client; give it a name of at most %d characters"
                            .formatted(LONGEST_AUTHOR));
        }
    }

    private static void variables(String id, PolicyConfig policy) {
        if (policy.keypadVariable().equals(policy.customerVariable())) {
            throw wrong(
                    id,
                    "policy.customer-variable",
                    policy.customerVariable(),
                    "keypad-variable has this name; give the two different ones");
        }
    }

    private static void nextHosts(String id, PolicyConfig policy) {
        policy.nextHosts().stream()
                .flatMap(Set::stream)
                .filter(host -> !HOST.matcher(host).matches())
                .findFirst()
                .ifPresent(
                        host -> {
                            throw wrong(
                                    id,
                                    "policy.next-hosts",
                                    host,
                                    "name hosts in lower case without scheme and port, such as ivr.bank.example");
                        });
    }

    static IllegalStateException wrong(String id, String setting, Object value, String remedy) {
        return new IllegalStateException(
                "vouchline.access.clients.%s.%s=%s: %s".formatted(id, setting, value, remedy));
    }
}
