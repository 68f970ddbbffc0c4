package io.vouchline.gateway.telesign;

import io.vouchline.contract.number.Notation;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.LanguageTag;
import io.vouchline.gateway.dialect.UnfilledTemplate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parameters of {@code POST /v1/verify/call} that change what is done; all others of Telesign's
 * are taken and left alone.
 *
 * @param original the number as it came
 * @param template what is said, with {@code $$CODE$$}
 * @param code the platform's own code
 * @param address the IP address of the person who asks
 */
record CallRequest(
        PhoneNumber number,
        String original,
        String language,
        Optional<String> template,
        Optional<String> code,
        Optional<String> address) {

    private static final Pattern CODE = Pattern.compile("[0-9]{3,5}");
    private static final String PLACE = "$$CODE$$";

    static CallRequest of(FormBody form, String region) {
        String original =
                form.value("phone_number")
                        .orElseThrow(
                                () ->
                                        ProblemType.MALFORMED.exception(
                                                "Missing Parameter: phone_number"));
        UnfilledTemplate.refuse("phone_number", original);
        return new CallRequest(
                Notation.INTERNATIONAL
                        .read(original, region)
                        .number()
                        .orElseThrow(
                                () -> ProblemType.MALFORMED.exception("PhoneNumber Parameter")),
                original,
                language(form.value("language").orElse("en-US")),
                // tts_message is the reference's name, template that of the document; the former
                // wins.
                form.value("tts_message")
                        .or(() -> form.value("template"))
                        .map(CallRequest::template),
                form.value("verify_code").map(CallRequest::code),
                form.value("originating_ip").map(CallRequest::address));
    }

    private static String language(String tag) {
        if (!LanguageTag.isOne(tag)) {
            throw ProblemType.MALFORMED.exception("Language Parameter");
        }
        return tag;
    }

    private static String code(String digits) {
        if (!CODE.matcher(digits).matches()) {
            throw ProblemType.MALFORMED.exception("VerifyCode Parameter");
        }
        return digits;
    }

    private static String address(String text) {
        return IpLiteral.canonical(text)
                .orElseThrow(() -> ProblemType.MALFORMED.exception("OriginatingIp Parameter"));
    }

    private static String template(String text) {
        if (text.length() > 500 || !text.contains(PLACE)) {
            throw ProblemType.MALFORMED.exception("Template Parameter");
        }
        return text;
    }

    @Override
    public String toString() {
        return "CallRequest[" + number + "]";
    }
}
