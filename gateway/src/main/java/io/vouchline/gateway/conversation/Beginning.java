package io.vouchline.gateway.conversation;

import io.vouchline.contract.number.PhoneNumber;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation begins with.
 *
 * @param region the region (ISO 3166-1 alpha-2) of numbers without a country calling code
 * @param approvals whether the institution's app may be asked
 * @param ani the calling number, if it is known
 * @param number {@code phone_number}: whom it is about, if the platform knows
 * @param matched whether the platform is trusted to have found the number to be the calling one
 * @param earned what the caller has proven about the number before, by proof
 * @param brokenOff the conversation about the same number that a failure of ours ended before: its
 *     refusals and wrong guesses still count; null for none
 * @param today the day where the caller is, as far as that is known
 */
public record Beginning(
        Parameters parameters,
        String region,
        boolean approvals,
        @Nullable PhoneNumber ani,
        @Nullable PhoneNumber number,
        boolean matched,
        Earned earned,
        @Nullable State brokenOff,
        LocalDate today) {}
