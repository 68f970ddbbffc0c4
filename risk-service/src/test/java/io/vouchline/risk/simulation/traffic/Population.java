package io.vouchline.risk.simulation.traffic;

import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.risk.number.LineType;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The bank's customers. */
public final class Population {

    private static final String UNKNOWN_ZONE = "Etc/Unknown";
    private static final int SHARED_ADDRESSES = 20;

    private final Priors priors;
    private final RandomGenerator random;
    private final List<String> elsewhere;
    private final Towns mobiles;
    private final Towns fixedLines;
    private final List<Customer> customers = new ArrayList<>();

    Population(Priors priors, RandomGenerator random) {
        this.priors = priors;
        this.random = random;
        this.elsewhere =
                Numbering.regions().stream()
                        .filter(region -> !region.equals(priors.region()))
                        .filter(region -> !priors.expectedRegions().contains(region))
                        .toList();
        this.mobiles = towns(LineType.MOBILE);
        this.fixedLines = priors.region().equals("US") ? mobiles : towns(LineType.FIXED_LINE);
        Set<PhoneNumber> taken = new HashSet<>();
        while (customers.size() < priors.customers()) {
            Customer customer = customer();
            if (taken.add(customer.number())) {
                customers.add(customer);
            }
        }
    }

    /** All of them; the regulars come first. */
    public List<Customer> customers() {
        return customers;
    }

    private Towns towns(LineType type) {
        return new Towns(priors, type, random);
    }

    private Customer customer() {
        PhoneNumber number = number(random.nextDouble());
        boolean nightOwl = random.nextDouble() < priors.nightOwls();
        return new Customer(number, kinds(number), zone(number), nightOwl, address());
    }

    private PhoneNumber number(double part) {
        double abroad = priors.abroad();
        double voip = abroad + priors.elsewhere();
        double fixed = voip + priors.voip();
        if (part < abroad) {
            List<String> regions =
                    priors.expectedRegions().stream()
                            .filter(region -> !region.equals(priors.region()))
                            .toList();
            return mobile(regions).orElseGet(() -> mobiles.number());
        }
        if (part < voip) {
            return mobile(elsewhere).orElseGet(() -> mobiles.number());
        }
        if (part < fixed) {
            return Numbering.any(priors.region(), LineType.VOIP, random)
                    .orElseGet(() -> mobiles.number());
        }
        return (part < fixed + priors.fixedLines() ? fixedLines : mobiles).number();
    }

    private Optional<PhoneNumber> mobile(List<String> regions) {
        return regions.isEmpty()
                ? Optional.empty()
                : Numbering.any(
                        regions.get(random.nextInt(regions.size())), LineType.MOBILE, random);
    }

    private Set<Kind> kinds(PhoneNumber number) {
        String region = Numbering.region(number).orElse("");
        Kind where =
                region.equals(priors.region())
                        ? Kind.HOME
                        : priors.expectedRegions().contains(region) ? Kind.ABROAD : Kind.ELSEWHERE;
        return switch (LineType.of(number)) {
            case VOIP -> EnumSet.of(where, Kind.VOIP);
            case FIXED_LINE -> EnumSet.of(where, Kind.FIXED_LINE);
            default -> EnumSet.of(where);
        };
    }

    private Optional<String> address() {
        if (random.nextDouble() >= priors.web()) {
            return Optional.empty();
        }
        return Optional.of(
                random.nextDouble() < priors.sharedAddresses()
                        ? "100.64.0." + random.nextInt(SHARED_ADDRESSES)
                        : Addresses.any(random));
    }

    private static ZoneId zone(PhoneNumber number) {
        String zone =
                PhoneNumberToTimeZonesMapper.getInstance()
                        .getTimeZonesForNumber(number.parsed())
                        .getFirst();
        return ZoneId.of(zone.equals(UNKNOWN_ZONE) ? "UTC" : zone);
    }
}
