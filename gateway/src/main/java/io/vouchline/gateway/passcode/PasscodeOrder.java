package io.vouchline.gateway.passcode;

import io.vouchline.contract.lookup.LookupApi.RegisteredChannels;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.otp.OtpApi.CodeForm;
import io.vouchline.contract.otp.OtpApi.Idempotency;
import io.vouchline.contract.risk.RiskApi.Attestation;
import io.vouchline.gateway.access.AccessConfig.PolicyConfig;
import io.vouchline.gateway.access.Client;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A code that is to be sent.
 *
 * @param client at whose request, under whose policy
 * @param number who is to get it
 * @param length its digits, 4 to 10
 * @param reveal whether the platform is told the code and compares it itself
 * @param language of the message (BCP 47)
 * @param sameRequest what repetitions of the request have in common, by the first channel
 * @param ani the calling number, if it is known
 * @param attestation what the carrier says of it, if anything
 * @param channels where a code may go, if that was found out in the same request; null: it is asked
 */
public record PasscodeOrder(
        Client client,
        PhoneNumber number,
        int length,
        boolean reveal,
        String language,
        Function<Channel, Idempotency> sameRequest,
        @Nullable PhoneNumber ani,
        @Nullable Attestation attestation,
        @Nullable RegisteredChannels channels) {

    PolicyConfig policy() {
        return client.policy();
    }

    CodeForm form() {
        return new CodeForm(
                length,
                Math.toIntExact(policy().codeLife().toSeconds()),
                policy().codeWithoutLeadingZero(),
                null,
                reveal);
    }

    @Override
    public String toString() {
        return "PasscodeOrder[" + number + "]";
    }
}
