package io.vouchline.gateway.access;

import java.util.regex.Pattern;

/** The syntax of language tags (BCP 47) that otp-service takes: language, script, region. */
public final class LanguageTag {

    private static final Pattern SYNTAX = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    private LanguageTag() {}

    /** Whether a text is a language tag. */
    public static boolean isOne(String text) {
        return SYNTAX.matcher(text).matches();
    }
}
