package io.vouchline.risk.number;

import com.google.i18n.phonenumbers.PhoneNumberToCarrierMapper;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.Phonenumber;
import com.google.i18n.phonenumbers.geocoding.PhoneNumberOfflineGeocoder;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * libphonenumber's tables of carriers, places and time zones. The table of a country is read from
 * the class path when its first number is asked for.
 */
final class PrefixTables {

    private final PhoneNumberToCarrierMapper carriers = PhoneNumberToCarrierMapper.getInstance();
    private final PhoneNumberOfflineGeocoder places = PhoneNumberOfflineGeocoder.getInstance();
    private final PhoneNumberToTimeZonesMapper zones = PhoneNumberToTimeZonesMapper.getInstance();

    /** libphonenumber names zones of its own, "Etc/Unknown" among them. */
    private final Set<String> knownZones = ZoneId.getAvailableZoneIds();

    /** libphonenumber keeps the tables that it has read in maps that are not safe for threads. */
    private final Lock reading = new ReentrantLock();

    /** Who the range of a mobile or pager number was assigned to. */
    Optional<String> carrier(Phonenumber.PhoneNumber number) {
        return text(() -> carriers.getNameForNumber(number, Locale.ENGLISH));
    }

    /** The place, or where none is told the country, of an assigned number. */
    Optional<String> location(Phonenumber.PhoneNumber number) {
        return text(() -> places.getDescriptionForNumber(number, Locale.ENGLISH));
    }

    /** The time zones of the range of an assigned number. */
    Set<ZoneId> zones(Phonenumber.PhoneNumber number) {
        return zones.getTimeZonesForNumber(number).stream()
                .filter(knownZones::contains)
                .map(ZoneId::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<String> text(Supplier<String> lookup) {
        reading.lock();
        try {
            return Optional.of(lookup.get()).filter(text -> !text.isBlank());
        } finally {
            reading.unlock();
        }
    }
}
