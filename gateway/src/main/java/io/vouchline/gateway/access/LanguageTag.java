package io.vouchline.gateway.access;

import io.vouchline.contract.otp.OtpApi;
import java.util.regex.Pattern;

/** The syntax of language tags (BCP 47) that otp-service takes: language, script, region. */
public final class LanguageTag {

    private static final Pattern SYNTAX = Pattern.compile(OtpApi.LANGUAGE_TAG);

    private LanguageTag() {}

    /** Whether a text is a language tag. */
    public static boolean isOne(String text) {
        return SYNTAX.matcher(text).matches();
    }
}
