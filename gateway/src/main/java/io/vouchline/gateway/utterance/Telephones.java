package io.vouchline.gateway.utterance;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.vouchline.contract.number.Notation;
import io.vouchline.gateway.conversation.Heard;
import io.vouchline.gateway.conversation.Heard.Country;
import io.vouchline.gateway.conversation.Heard.Telephone;
import io.vouchline.gateway.conversation.Question;
import io.vouchline.gateway.utterance.Item.Kind;
import io.vouchline.gateway.utterance.Runs.Run;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads countries and telephone numbers. */
final class Telephones {

    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
    private static final String INTERNATIONAL = "00";
    private static final int LONGEST_CODE = 3;
    private static final int MOST_DIGITS = 32;

    private Telephones() {}

    /** What was told; null if it is neither, or more than one. */
    static @Nullable Heard of(Utterance said, Question question) {
        Set<String> codes =
                said.items().stream()
                        .filter(item -> item.is(Kind.COUNTRY))
                        .map(item -> Integer.toString(UTIL.getCountryCodeForRegion(item.text())))
                        .collect(Collectors.toSet());
        List<Run> runs = Runs.ofTelephone(said);
        if (runs.isEmpty()) {
            return codes.size() == 1 ? new Country(codes.iterator().next()) : null;
        }
        Run run = Runs.only(runs).orElse(null);
        if (run == null || run.digits().isEmpty() || codes.size() > 1) {
            return null;
        }
        return codes.isEmpty() ? of(run.digits(), run.plus(), question) : within(said, run);
    }

    /** What digits are: a calling code, where one is asked for, or a number. */
    static @Nullable Heard of(String digits, boolean plus, Question question) {
        boolean international = plus || digits.startsWith(INTERNATIONAL);
        String told = !plus && international ? digits.substring(2) : digits;
        if (told.isEmpty() || told.length() > MOST_DIGITS) {
            return null;
        }
        if (question == Question.COUNTRY && isCallingCode(told)) {
            return new Country(told);
        }
        return new Telephone(international ? "+" + told : told);
    }

    private static boolean isCallingCode(String digits) {
        return digits.length() <= LONGEST_CODE
                && digits.charAt(0) != '0'
                && !UTIL.getRegionCodesForCountryCode(Integer.parseInt(digits)).isEmpty();
    }

    /** A number of a country that was named, or that country with its calling code. */
    private static @Nullable Heard within(Utterance said, Run run) {
        String region =
                said.items().stream()
                        .filter(item -> item.is(Kind.COUNTRY))
                        .map(Item::text)
                        .findFirst()
                        .orElseThrow();
        String code = Integer.toString(UTIL.getCountryCodeForRegion(region));
        if (run.digits().equals(code)) {
            return new Country(code);
        }
        if (run.digits().length() > MOST_DIGITS) {
            return null;
        }
        return Notation.NATIONAL
                .read((run.plus() ? "+" : "") + run.digits(), region)
                .number()
                .<Heard>map(number -> new Telephone(number.e164()))
                .orElseGet(() -> new Telephone("+" + code + run.digits()));
    }
}
