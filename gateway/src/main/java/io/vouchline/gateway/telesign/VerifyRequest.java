package io.vouchline.gateway.telesign;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.LanguageTag;
import io.vouchline.gateway.transaction.Transaction.Kind;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parameters of {@code POST /v1/verify/call} and {@code /v1/verify/sms} that change what is
 * done.
 *
 * @param original the number as it came
 * @param message what is said or written instead of the standard text
 * @param code the platform's own code
 * @param address the IP address of the person who asks
 * @param callback where delivery reports of this request are to go; not looked at yet
 */
record VerifyRequest(
        Kind kind,
        PhoneNumber number,
        String original,
        String language,
        Optional<MessageText> message,
        Optional<String> code,
        Optional<String> address,
        Optional<String> callback) {

    /** The reference's three to five digits. */
    private static final Pattern CODE_OF_CALL = Pattern.compile("[0-9]{3,5}");

    /** The reference's 000 to 9999999. */
    private static final Pattern CODE_OF_TEXT = Pattern.compile("[0-9]{3,7}");

    static VerifyRequest of(Kind kind, FormBody form, String region) {
        String original =
                form.value("phone_number")
                        .orElseThrow(
                                () ->
                                        ProblemType.MALFORMED.exception(
                                                "Missing Parameter: phone_number"));
        PhoneNumber number = Parameter.number(original, region);
        String language = language(form.value("language").orElse("en-US"));
        Optional<String> code = form.value("verify_code").map(digits -> code(kind, digits));
        return new VerifyRequest(
                kind,
                number,
                original,
                language,
                message(kind, form, language, code),
                code,
                form.value("originating_ip").map(Parameter::address),
                form.value("callback_url"));
    }

    private static Optional<MessageText> message(
            Kind kind, FormBody form, String language, Optional<String> code) {
        return switch (kind) {
            case CALL -> {
                UnusedParameters.checkOfCall(form, language);
                yield MessageText.ofCall(form, code);
            }
            case SMS -> {
                UnusedParameters.checkOfText(form);
                yield MessageText.ofText(form, code);
            }
        };
    }

    private static String language(String tag) {
        if (!LanguageTag.isOne(tag)) {
            throw Parameter.wrong("Language");
        }
        return tag;
    }

    private static String code(Kind kind, String digits) {
        Pattern form =
                switch (kind) {
                    case CALL -> CODE_OF_CALL;
                    case SMS -> CODE_OF_TEXT;
                };
        if (!form.matcher(digits).matches()) {
            throw Parameter.wrong("VerifyCode");
        }
        return digits;
    }

    @Override
    public String toString() {
        return "VerifyRequest[" + kind + ", " + number + "]";
    }
}
