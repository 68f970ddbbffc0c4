package io.vouchline.gateway.telesign;

import io.vouchline.contract.number.Notation;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.dialect.UnfilledTemplate;

/** What several of Telesign's resources read alike. */
final class Parameter {

    private Parameter() {}

    /**
     * A parameter that is not as the reference wants it: error -10001.
     *
     * @param name the parameter's name in Telesign's spelling, such as {@code PhoneNumber}; the
     *     value is not repeated
     */
    static ProblemException wrong(String name) {
        return ProblemType.MALFORMED.exception(name + " Parameter");
    }

    /**
     * A number as Telesign's clients write it: with its country calling code.
     *
     * @param region the region of numbers without one
     */
    static PhoneNumber number(String text, String region) {
        UnfilledTemplate.refuse("phone_number", text);
        return Notation.INTERNATIONAL
                .read(text, region)
                .number()
                .orElseThrow(() -> wrong("PhoneNumber"));
    }

    /** The IP address of the person who asks, in its one spelling. */
    static String address(String text) {
        return IpLiteral.canonical(text).orElseThrow(() -> wrong("OriginatingIp"));
    }
}
