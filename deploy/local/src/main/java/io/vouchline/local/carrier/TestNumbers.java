package io.vouchline.local.carrier;

/** Numbers whose owners behave otherwise than most people do. */
final class TestNumbers {

    private static final String WITHOUT_TEXTS = "+165025301";
    private static final String VOICEMAIL = "+165025302";
    private static final int LENGTH = "+16502530100".length();

    private TestNumbers() {}

    /** +1 650 253 0100 to 0199 want no text messages: the vendor refuses them (21610). */
    static boolean refusesTexts(String number) {
        return isOf(WITHOUT_TEXTS, number);
    }

    /** At +1 650 253 0200 to 0299 a voicemail answers every call, and presses no key. */
    static boolean isVoicemail(String number) {
        return isOf(VOICEMAIL, number);
    }

    private static boolean isOf(String range, String number) {
        return number.length() == LENGTH && number.startsWith(range);
    }
}
