package io.vouchline.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How long each service may take. The sums of lookup, risk and otp together, tries and pauses
 * included, must stay under the 4 s that a request may take; the start checks it.
 */
@ConfigMapping(prefix = "vouchline.upstream")
public interface UpstreamConfig {

    /** lookup-service. */
    LookupLimits lookup();

    /** otp-service. */
    OtpLimits otp();

    /** risk-service. */
    RiskLimits risk();

    /** lookup-service, asked for changes of contacts: no caller waits for it. */
    ContactChangeLimits contactChanges();

    /** otp-service, asked to send notices: no caller waits for it. */
    NoticeLimits notices();

    /** otp-service, handed what the carrier and the institution's app have signed. */
    CallbackLimits callbacks();

    /** The limits of calls to one service. */
    interface Limits {

        /** How long one try may take. */
        Duration timeout();

        /** How many more tries there are. */
        @WithDefault("1")
        int retries();

        /** The pause before another try. */
        @WithDefault("50ms")
        Duration pause();

        /** How many calls may be under way at once. */
        @WithDefault("256")
        int concurrency();
    }

    /** The limits of calls to lookup-service. */
    interface LookupLimits extends Limits {

        @Override
        @WithDefault("700ms")
        Duration timeout();
    }

    /** The limits of calls to otp-service. */
    interface OtpLimits extends Limits {

        @Override
        @WithDefault("850ms")
        Duration timeout();
    }

    /** The limits of calls to risk-service. */
    interface RiskLimits extends Limits {

        @Override
        @WithDefault("300ms")
        Duration timeout();
    }

    /** The limits of handing over signed callbacks: anybody can cause them. */
    interface CallbackLimits extends Limits {

        @Override
        @WithDefault("1700ms")
        Duration timeout();

        @Override
        @WithDefault("64")
        int concurrency();
    }

    /** The limits of asking for changes of contacts, which is never repeated. */
    interface ContactChangeLimits {

        /** How long claiming or settling may take. */
        @WithDefault("2s")
        Duration timeout();
    }

    /** The limits of sending notices, which is never repeated. */
    interface NoticeLimits {

        /** How long one notice may take: longer than otp-service gives a carrier, 8 s. */
        @WithDefault("10s")
        Duration timeout();
    }
}
