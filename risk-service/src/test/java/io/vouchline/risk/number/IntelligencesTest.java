package io.vouchline.risk.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.vouchline.contract.number.Notation;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.risk.RiskApi.PhoneType;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class IntelligencesTest {

    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

    private final Intelligences intelligences =
            new Intelligences(new SpecialRanges(SpecialRangesFile.shipped()));

    @ParameterizedTest
    @CsvFileSource(resources = "line-types.csv", numLinesToSkip = 1)
    void theDigitsTellTypeRangeRegionAndPlace(
            String number,
            String code,
            String description,
            SpecialRange range,
            String region,
            String location) {
        Intelligence known = known(number);
        assertEquals(new PhoneType(code, description), known.type().phoneType());
        assertEquals(range, known.range());
        assertEquals(Optional.ofNullable(region), known.region());
        assertEquals(Optional.ofNullable(location), known.location());
    }

    @ParameterizedTest
    @CsvSource({
        "+46706170786, TeliaSonera",
        "+491701234567, T-Mobile",
        "+8613812345678, China Mobile",
        "+254712345678, Safaricom",
        "+881612345678, iridium satellite",
        "+442079460000,",
        "+16502530000,",
        "+46741234567,",
    })
    void theCarrierThatARangeWasAssignedToIsNamedInEnglish(String number, String carrier) {
        assertEquals(Optional.ofNullable(carrier), known(number).carrier());
    }

    @Test
    void theZonesAreThoseOfTheRangeAndNoneWhereTheyAreNotKnown() {
        assertEquals(Set.of(ZoneId.of("America/Los_Angeles")), known("+16502530000").zones());
        assertEquals(
                Set.of(ZoneId.of("Europe/Madrid"), ZoneId.of("Atlantic/Canary")),
                known("+34612345678").zones());
        assertTrue(known("+18002530000").zones().size() > 10);
        for (String number : List.of("+870773111632", "+80012345678", "+15552345678")) {
            assertEquals(Set.of(), known(number).zones(), number);
        }
    }

    @Test
    void everyPossibleNumberOfEveryCodeIsToldSomethingOf() {
        Random seeded = new Random(11);
        for (int code : callingCodes()) {
            for (int i = 0; i < 150; i++) {
                Notation.INTERNATIONAL
                        .read("+" + code + digits(seeded), "US")
                        .number()
                        .ifPresent(this::checkComplete);
            }
        }
    }

    @Test
    void threadsThatAskForNewCountriesAtOnceAllGetTheirAnswers()
            throws InterruptedException, ExecutionException {
        List<Future<Boolean>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(this::isBerlinStockholmAndTokyo));
            }
        }
        for (Future<Boolean> answer : answers) {
            assertTrue(answer.get());
        }
    }

    private boolean isBerlinStockholmAndTokyo() {
        return known("+49301234567").location().equals(Optional.of("Berlin"))
                && known("+46841800000").location().equals(Optional.of("Stockholm"))
                && known("+81312345678").location().equals(Optional.of("Tokyo"));
    }

    private void checkComplete(PhoneNumber number) {
        Intelligence known = intelligences.of(number);
        assertEquals(
                number.isValid(), known.type() != LineType.INVALID, () -> number.e164() + known);
        known.region().ifPresent(region -> assertEquals(2, region.length(), number.e164()));
        if (!number.isValid()) {
            assertEquals(Optional.empty(), known.location(), number.e164());
            assertEquals(Set.of(), known.zones(), number.e164());
        }
        int code = Numberings.of(number, known, number.e164()).cleansing().call().cleansedCode();
        assertTrue(
                number.isValid() ? code == 100 || code == 102 : code == 103 || code == 105,
                () -> number.e164() + " " + code);
    }

    private static List<Integer> callingCodes() {
        List<Integer> codes = new ArrayList<>(UTIL.getSupportedCallingCodes());
        assertTrue(codes.containsAll(List.of(800, 808, 870, 878, 881, 882, 883, 888, 979)));
        return codes;
    }

    private static String digits(Random seeded) {
        StringBuilder digits = new StringBuilder();
        for (int i = 4 + seeded.nextInt(9); i > 0; i--) {
            digits.append(seeded.nextInt(10));
        }
        return digits.toString();
    }

    private Intelligence known(String number) {
        return intelligences.of(PhoneNumber.ofE164(number));
    }
}
