package io.vouchline.gateway.telesign;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vouchline.contract.risk.RiskApi.Assessment;
import io.vouchline.contract.risk.RiskApi.Numbering;
import io.vouchline.contract.risk.RiskApi.PhoneType;
import io.vouchline.contract.risk.RiskApi.Reason;
import io.vouchline.gateway.telesign.Packages.ToldRisk;
import io.vouchline.gateway.telesign.VerifyAnswer.Fault;
import io.vouchline.gateway.telesign.VerifyAnswer.Status;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a number, in the form of Telesign's PhoneID and Score. What is not known is
 * null.
 *
 * @param externalId the platform's own id; null if it named none
 * @param risk left out by PhoneID
 */
record IntelligenceAnswer(
        String referenceId,
        @Nullable String externalId,
        List<Fault> errors,
        Status status,
        PhoneType phoneType,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ToldRisk risk,
        Numbering numbering,
        Carrier carrier,
        Location location,
        Blocklisting blocklisting) {

    static IntelligenceAnswer of(
            String reference,
            @Nullable String externalId,
            Status status,
            Assessment assessment,
            boolean scored) {
        return new IntelligenceAnswer(
                reference,
                externalId,
                List.of(),
                status,
                assessment.phoneType(),
                scored ? ToldRisk.of(assessment.risk(), assessment.degraded()) : null,
                assessment.numbering(),
                new Carrier(assessment.carrier()),
                new Location(assessment.location(), Country.of(assessment.regionCode())),
                Blocklisting.of(assessment));
    }

    /** Who the number's range was assigned to. */
    record Carrier(@Nullable String name) {}

    /**
     * Where the number belongs.
     *
     * @param description the place or country in English, as finely as its numbering plan tells:
     *     whether that is a city or a state nobody says
     */
    record Location(@Nullable String description, Country country) {}

    /** A country by its two codes (ISO 3166-1) and its English name. */
    record Country(@Nullable String iso2, @Nullable String iso3, @Nullable String name) {

        static Country of(@Nullable String region) {
            if (region == null) {
                return new Country(null, null, null);
            }
            Locale locale = Locale.of("", region);
            return new Country(region, iso3(locale), locale.getDisplayCountry(Locale.ENGLISH));
        }

        /** Some regions have telephone numbers and no such code. */
        private static @Nullable String iso3(Locale locale) {
            try {
                return locale.getISO3Country();
            } catch (MissingResourceException e) {
                return null;
            }
        }
    }

    /**
     * Whether the number stands on a list.
     *
     * @param blockCode 0 not blocked, 2 blocked by the institution's own wish
     */
    record Blocklisting(boolean blocked, int blockCode, String blockDescription) {

        private static final Blocklisting NONE = new Blocklisting(false, 0, "Not blocked");
        private static final Blocklisting LISTED =
                new Blocklisting(true, 2, "Blocked by your organization");

        /** A list that holds a number against it decides alone, and is the reason then. */
        static Blocklisting of(Assessment assessment) {
            return assessment.risk().reasons().stream().anyMatch(Blocklisting::isDenied)
                    ? LISTED
                    : NONE;
        }

        private static boolean isDenied(Reason reason) {
            return reason.code().equals("list") && reason.points() > 0;
        }
    }
}
