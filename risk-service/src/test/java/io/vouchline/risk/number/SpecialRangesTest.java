package io.vouchline.risk.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.contract.number.Notation;
import io.vouchline.contract.number.PhoneNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecialRangesTest {

    /** The types of lines that customers have. */
    private static final Set<LineType> LINES_OF_PEOPLE =
            Set.of(LineType.FIXED_LINE, LineType.MOBILE, LineType.VOIP);

    @TempDir Path folder;

    @Test
    void withoutASettingTheShippedRangesHold() {
        SpecialRanges ranges = new SpecialRanges(Optional::empty);
        assertEquals(SpecialRange.SATELLITE, of(ranges, "+881612345678"));
        assertEquals(SpecialRange.REVENUE_SHARE, of(ranges, "+449098790000"));
        assertEquals(SpecialRange.ORDINARY, of(ranges, "+442079460000"));
    }

    @Test
    void noCustomerLivesInAShippedRangeOfACountry() {
        Random seeded = new Random(3);
        List<String> prefixes =
                SpecialRangesFile.shipped().lines().stream()
                        .filter(line -> line.getField(1).equals("REVENUE_SHARE"))
                        .map(line -> line.getField(0))
                        .toList();
        assertTrue(prefixes.size() > 20);
        for (String prefix : prefixes) {
            assertFalse(types(prefix, seeded).stream().anyMatch(LINES_OF_PEOPLE::contains), prefix);
        }
    }

    @Test
    void theFileOfTheInstitutionStandsInThePlaceOfTheShippedOne() throws IOException {
        SpecialRanges ranges =
                read("# ours\nprefix,kind,note\n4420,REVENUE_SHARE,\"ours, since 2026\"\n");
        assertEquals(SpecialRange.REVENUE_SHARE, of(ranges, "+442079460000"));
        assertEquals(SpecialRange.ORDINARY, of(ranges, "+881612345678"));
    }

    @Test
    void theLongestPrefixWins() throws IOException {
        SpecialRanges ranges =
                read("prefix,kind,note\n44,REVENUE_SHARE,a\n4420,ORDINARY,b\n442079,SATELLITE,c\n");
        assertEquals(SpecialRange.SATELLITE, of(ranges, "+442079460000"));
        assertEquals(SpecialRange.ORDINARY, of(ranges, "+442078460000"));
        assertEquals(SpecialRange.REVENUE_SHARE, of(ranges, "+441514960000"));
    }

    @Test
    void aHeaderAloneMeansThatNothingIsSpecial() throws IOException {
        assertEquals(SpecialRange.ORDINARY, of(read("prefix,kind,note\n"), "+881612345678"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "881,SATELLITE | it has not three cells",
                "881,SATELLITE,a,b | it has not three cells",
                "+881,SATELLITE,a | the prefix is not made of 1 to 15 digits",
                "0881,SATELLITE,a | the prefix is not made of 1 to 15 digits",
                "٨٨١,SATELLITE,a | the prefix is not made of 1 to 15 digits",
                ",SATELLITE,a | the prefix is not made of 1 to 15 digits",
                "1234567890123456,SATELLITE,a | the prefix is not made of 1 to 15 digits",
                "881,satellite,a | there is no such kind",
                "881,,a | there is no such kind",
                "881,SATELLITE, | the note is blank",
                "870,SATELLITE,again | the prefix stands on an earlier line too",
            })
    void aLineThatIsNotAsExpectedStopsTheStartAndIsNamed(String line, String fault) {
        IllegalStateException refusal =
                assertThrows(
                        IllegalStateException.class,
                        () -> read("prefix,kind,note\n870,SATELLITE,Inmarsat\n" + line + "\n"));
        assertTrue(
                refusal.getMessage()
                        .startsWith(
                                "vouchline.special-ranges.file=%s: line 3: %s; expected are "
                                        .formatted(file(), fault)),
                refusal::getMessage);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n", "prefix;kind;note\n", "kind,prefix,note\n", "881,SATELLITE,a"})
    void aFileWithoutItsHeaderStopsTheStart(String text) {
        IllegalStateException refusal = assertThrows(IllegalStateException.class, () -> read(text));
        assertTrue(
                refusal.getMessage().contains("line 1: the header is missing"),
                refusal::getMessage);
    }

    @Test
    void aFileThatCannotBeReadStopsTheStartAndNamesTheSetting() throws IOException {
        Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        for (Path unreadable : List.of(folder, folder.resolve("missing.csv"), file())) {
            IllegalStateException refusal =
                    assertThrows(
                            IllegalStateException.class,
                            () -> new SpecialRanges(() -> Optional.of(unreadable)));
            assertTrue(
                    refusal.getMessage()
                            .startsWith(
                                    "vouchline.special-ranges.file=" + unreadable + " cannot be"),
                    refusal::getMessage);
        }
    }

    private static List<LineType> types(String prefix, Random seeded) {
        return seeded.ints(2_000, 0, 100_000_000)
                .mapToObj("%08d"::formatted)
                .map(rest -> "+" + prefix + rest.substring(seeded.nextInt(6)))
                .flatMap(text -> Notation.INTERNATIONAL.read(text, "US").number().stream())
                .filter(PhoneNumber::isValid)
                .map(LineType::of)
                .distinct()
                .toList();
    }

    private static SpecialRange of(SpecialRanges ranges, String number) {
        return ranges.of(PhoneNumber.ofE164(number));
    }

    private SpecialRanges read(String text) throws IOException {
        Files.writeString(file(), text);
        return new SpecialRanges(() -> Optional.of(file()));
    }

    private Path file() {
        return folder.resolve("ranges.csv");
    }
}
