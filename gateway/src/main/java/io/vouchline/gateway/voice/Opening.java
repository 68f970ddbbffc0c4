package io.vouchline.gateway.voice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import io.vouchline.contract.number.Notation;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.session.NewSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a session begins with, from platforms that tell everything as text. */
final class Opening {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern ATTESTATION = Pattern.compile("A|B|C|FAILED|NONE");
    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
    private static final int LONGEST_ASSERTION = 4_096;

    private Opening() {}

    /**
     * The session that is to begin.
     *
     * @param parameters as texts, by their names: sessions know what each must be
     * @throws io.vouchline.contract.problem.ProblemException 400 that names what is not as it must
     *     be; it does not repeat the value
     */
    static NewSession of(
            String externalId,
            String platform,
            Optional<String> ani,
            @Nullable String attestation,
            @Nullable String language,
            @Nullable String assertion,
            Map<String, String> parameters) {
        if (attestation != null && !ATTESTATION.matcher(attestation).matches()) {
            throw ProblemType.MALFORMED.exception("attestation must be A, B, C, FAILED or NONE.");
        }
        if (assertion != null && assertion.length() > LONGEST_ASSERTION) {
            throw ProblemType.MALFORMED.exception("assertion is too long.");
        }
        Map<String, JsonNode> texts = new LinkedHashMap<>();
        parameters.forEach((name, value) -> texts.put(name, TextNode.valueOf(value)));
        return new NewSession(
                externalId, platform, ani.orElse(null), attestation, language, assertion, texts);
    }

    /** Whether a call to the number costs what calls cost: no premium rate, no shared cost. */
    static boolean isOrdinary(String number) {
        return Notation.INTERNATIONAL
                .read(number, "ZZ")
                .number()
                .map(known -> UTIL.getNumberType(known.parsed()))
                .filter(
                        type ->
                                type != PhoneNumberType.PREMIUM_RATE
                                        && type != PhoneNumberType.SHARED_COST)
                .isPresent();
    }

    /** A calling number; what is none (withheld, a client, a SIP address) counts as withheld. */
    static Optional<String> number(String text) {
        return Optional.of(text).filter(number -> E164.matcher(number).matches());
    }
}
