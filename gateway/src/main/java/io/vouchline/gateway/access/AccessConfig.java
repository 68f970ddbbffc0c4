package io.vouchline.gateway.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.risk.ListApi.ListKind;
import io.vouchline.contract.risk.RiskApi.Scale;
import io.vouchline.gateway.dialect.Dialect;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The clients: every platform account that may call. Changes take a rolling restart. */
@ConfigMapping(prefix = "vouchline.access")
public interface AccessConfig {

    /** The clients by their id. */
    Map<String, ClientConfig> clients();

    /** The institution's own people by their id: each gets tokens from {@code /oauth/token}. */
    Map<String, OperatorConfig> operators();

    /**
     * The proxies (CIDR ranges) whose X-Forwarded-For is believed; none, if it is unset. Other
     * headers of this kind never are.
     */
    Optional<List<String>> trustedProxies();

    /**
     * Whether TLS connections without a client certificate that the trust store vouches for are
     * refused. Takes a trust store, and {@code quarkus.http.insecure-requests=disabled}.
     */
    @WithDefault("false")
    boolean clientCertificateRequired();

    /** Requests that are signed, as Telesign's clients do. */
    DigestConfig digest();

    /** Google's service agents. */
    GoogleConfig google();

    /** Credentials that were refused. */
    FailureConfig failures();

    /** How signed requests are checked. */
    interface DigestConfig {

        /** How far a request's date may be off by our clock, 1 min to 1 h. */
        @WithDefault("15m")
        Duration window();
    }

    /** How Google's ID tokens are checked. They are taken where a client names service agents. */
    interface GoogleConfig {

        /** Who may have issued a token: the {@code iss} claim. */
        @WithDefault("https://accounts.google.com")
        List<String> issuers();

        /** Whom a token must be for, by its {@code aud} claim: as a rule the webhook's address. */
        Optional<List<String>> audiences();

        /** Whether the audience is checked. Without it, a token for anybody is taken. */
        @WithDefault("true")
        boolean checkAudience();

        /** Where Google publishes its keys. */
        @WithDefault("https://www.googleapis.com/oauth2/v3/certs")
        String jwksUrl();

        /** The keys in a file, read at start, instead of {@link #jwksUrl()}. */
        Optional<Path> jwksFile();
    }

    /** How many refused credentials a source has (an IPv4 address, or a /64 of IPv6). */
    interface FailureConfig {

        /** At once, 1 to 10,000. */
        @WithDefault("30")
        @Min(1)
        @Max(10_000)
        int atOnce();

        /** How many come back in a minute, 1 to 10,000. */
        @WithDefault("30")
        @Min(1)
        @Max(10_000)
        int perMinute();
    }

    /** A person or job of the institution itself. */
    interface OperatorConfig {

        /** The institution whose data the tokens open. */
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,62}")
        String tenant();

        /** A file with the live secret; with two while they are rotated, one a line. */
        Path keyFile();

        /** The scopes that a token may have, such as {@code customers:import}. */
        Set<String> scopes();

        /** The services that a token may be for: gateway, lookup-service and so on. */
        Set<String> audiences();
    }

    /** One platform account of a tenant. */
    interface ClientConfig {

        /** The institution that the client belongs to: it owns customers and counters. */
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,62}")
        String tenant();

        /** The dialects that the client may use. */
        Set<Dialect> dialects();

        /** The header that carries the key, for platforms that send a header. */
        Optional<String> header();

        /** The customer id, for platforms that send HTTP Basic credentials. */
        Optional<String> customerId();

        /**
         * The SID of the Twilio account whose voice webhooks come as this client. The live keys are
         * then the account's auth tokens: they sign the requests.
         */
        Optional<String> twilioAccountSid();

        /**
         * A file with the live key; with two while they are rotated, one a line. Only a client that
         * is known by its service agents or its source alone has none.
         */
        Optional<Path> keyFile();

        /** The region (ISO 3166-1 alpha-2) of numbers without a country calling code. */
        @Pattern(regexp = "[A-Z]{2}")
        String defaultRegion();

        /** What the client may and gets. */
        PolicyConfig policy();

        /** Whether its requests may be signed by HMAC-SHA1 too, as old clients of Telesign do. */
        @WithDefault("false")
        boolean digestSha1();

        /**
         * Whether the client may get tokens from {@code /oauth/token}: with its customer id, or
         * else its own id, and a live key.
         */
        @WithDefault("false")
        boolean oauth();

        /** The e-mail addresses of the Google service agents that come as this client. */
        Optional<Set<String>> googleServiceAgents();

        /** Where the client's requests come from (CIDR ranges); anywhere, if it is unset. */
        Optional<List<String>> sourceRanges();

        /** Whether coming from these ranges is all that the client has to show. */
        @WithDefault("false")
        boolean sourceOnly();
    }

    /** What a client may and gets. */
    interface PolicyConfig {

        /**
         * Whether codes and security answers are given to the platform, as the Dialogflow document
         * has it. They then lie in its parameters and logs.
         */
        @WithDefault("false")
        boolean documentMode();

        /** The digits of a code that is made here, 4 to 10. */
        @WithDefault("6")
        @Min(4)
        @Max(10)
        int codeLength();

        /**
         * Whether codes that are made here never begin with 0, for flows that turn codes into
         * numbers. It costs a tenth of the codes.
         */
        @WithDefault("false")
        boolean codeWithoutLeadingZero();

        /** How long a code is good for, 30 s to 10 min. */
        @WithDefault("300s")
        Duration codeLife();

        /**
         * How long a phone or mailbox gets no code after it was changed, 0 to 30 days. Whoever
         * changed it may not be the customer.
         */
        @WithDefault("24h")
        Duration hold();

        /**
         * The channels that follow in this order, each where the message before it has certainly
         * not arrived: VOICE, SMS and EMAIL, each at most once. {@link Routes} leaves out those
         * that a number cannot or must not have.
         */
        Optional<List<Channel>> fallback();

        /**
         * The domain of the web site that codes are for, in lower case. The last line of a text
         * message names it, so that browsers offer the code there only.
         */
        Optional<String> origin();

        /** The language (BCP 47) of messages whose request names none. */
        @WithDefault("en-US")
        String language();

        /**
         * Whether what NIST SP 800-63B-4 forbids is off: codes by e-mail (section 3.1.3.1) and
         * security answers (section 3.1.1.2). Excludes document mode.
         */
        @WithDefault("false")
        boolean strict();

        /** The highest risk score that is still called, 0 to 1000. */
        @WithDefault("600")
        @Min(0)
        @Max(1000)
        int riskThreshold();

        /** The scale whose words tell the score. */
        @WithDefault("intelligence-2-0")
        Scale riskScale();

        /** Whether numbers are screened before a code goes to them. */
        @WithDefault("true")
        boolean verifyPlus();

        /**
         * Whether numbers are only scored, and the scores told and logged, while nothing is
         * blocked. Takes {@link #verifyPlus}.
         */
        @WithDefault("false")
        boolean shadow();

        /**
         * Where the client's callers live besides its default region: ISO 3166-1 alpha-2 regions
         * that have telephone numbers of their own.
         */
        Optional<Set<String>> expectedRegions();

        /** Which way the client fails when what is known of numbers is away. */
        @WithDefault("verified-only")
        WhenDegraded whenDegraded();

        /** The lists of numbers that the client may add to; none, if it is unset. */
        Optional<Set<ListKind>> lists();

        /**
         * How long an entry lasts that the client adds without saying how long, and the longest
         * that it may say, 1 h to 3650 days.
         */
        @WithDefault("90d")
        Duration listLife();

        /** Whether the client may tell what became of numbers. */
        @WithDefault("false")
        boolean feedback();

        /** The requests a second that the client may make in each dialect, on average. */
        @WithDefault("50")
        @Min(1)
        @Max(100_000)
        int requestsPerSecond();

        /** The requests that the client may make at once in each dialect. */
        @WithDefault("200")
        @Min(1)
        @Max(100_000)
        int requestsAtOnce();

        /**
         * Where Telesign's delivery reports go if the request names no address: https, on a public
         * host.
         */
        Optional<String> callbackUrl();

        /** Whether Telavox is told 404 where no single customer is found, instead of 200. */
        @WithDefault("false")
        boolean unknownCustomerIsNotFound();

        /** The variable of a call that holds its keypad input, as the Telavox document names it. */
        @WithDefault("accountNumber")
        @Pattern(regexp = "[A-Za-z][A-Za-z0-9_.-]{0,63}")
        String keypadVariable();

        /** The variable of a call that holds the answer to its look-up. */
        @WithDefault("customerInfo")
        @Pattern(regexp = "[A-Za-z][A-Za-z0-9_.-]{0,63}")
        String customerVariable();

        /** The fewest digits of an account number. */
        @WithDefault("1")
        @Min(1)
        @Max(34)
        int accountNumberMin();

        /** The most digits of an account number. */
        @WithDefault("34")
        @Min(1)
        @Max(34)
        int accountNumberMax();

        /**
         * Whether the client may bind and remove the authenticators of callers who have proven who
         * they are.
         */
        @WithDefault("false")
        boolean enrolAuthenticators();

        /**
         * The institution's name, as authenticator apps show it: 1 to 64 characters without ":";
         * the tenant's, if it is unset.
         */
        Optional<String> institution();

        /** The digits that an authenticator app shows, 6 to 8. */
        @WithDefault("6")
        @Min(6)
        @Max(8)
        int securityKeyDigits();

        /** Whether the client may read the calls of its tenant, with what was looked up in them. */
        @WithDefault("false")
        boolean calls();

        /**
         * The client's own prompts, read once at start: a properties file in UTF-8. A key is a
         * prompt's name, such as {@code done}, or {@code sv.done} for one language; a value is a
         * text, or the https address of a recording.
         */
        Optional<Path> promptsFile();

        /**
         * Whether the client is believed that a telephone number is the calling one, where it says
         * so with {@code auth_level} 0 in a session's parameters.
         */
        @WithDefault("false")
        boolean trustLevelZero();

        /** Whether the institution's app may be asked for approval in sessions. */
        @WithDefault("false")
        boolean pushApprovals();

        /**
         * The hosts, besides that of {@code vouchline.voice.public-url}, that a Twilio call may be
         * sent on to when its session has ended, in lower case; none, if it is unset.
         */
        Optional<Set<String>> nextHosts();
    }
}
