package io.vouchline.risk.signal;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.risk.signal.Finding.Case;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * The number that the caller calls from, against the number to call. Countries are told apart by
 * their calling code: those that share one are taken for one. A calling number can be forged; what
 * the carrier says of it is {@link AttestationSignal}.
 */
@Singleton
final class AniSignal implements Signal {

    private static final Case SAME = new Case("same", "the caller calls from this number");
    private static final Case SAME_COUNTRY =
            new Case("same_country", "the caller calls from another number of the same country");
    private static final Case OTHER_COUNTRY =
            new Case("other_country", "the caller calls from a number of another country");
    private static final Case NOT_GIVEN =
            new Case("not_given", "the number that the caller calls from is not known");

    @Override
    public String name() {
        return "ani";
    }

    @Override
    public Shape shape() {
        return Shape.Cases.of(SAME, SAME_COUNTRY, OTHER_COUNTRY, NOT_GIVEN);
    }

    @Override
    public Optional<Case> of(Evidence evidence) {
        PhoneNumber ani = evidence.request().circumstances().ani();
        return Optional.of(ani == null ? NOT_GIVEN : compared(ani, evidence.request().number()));
    }

    private static Case compared(PhoneNumber ani, PhoneNumber number) {
        if (ani.equals(number)) {
            return SAME;
        }
        return ani.countryCode().equals(number.countryCode()) ? SAME_COUNTRY : OTHER_COUNTRY;
    }
}
