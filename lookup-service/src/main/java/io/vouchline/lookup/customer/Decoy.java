package io.vouchline.lookup.customer;

import io.vouchline.contract.lookup.AccountNumber;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.lookup.account.AccountDetails;
import io.vouchline.lookup.account.PaymentMode;
import io.vouchline.lookup.account.Transaction;
import io.vouchline.lookup.card.CreditCard;
import io.vouchline.lookup.card.DebitCard;
import io.vouchline.lookup.vault.SealedJson;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * Nobody's sealed profile and account. They are opened where a real customer's would be, so that
 * the time and work of an answer do not tell whether there is one.
 */
@Singleton
class Decoy {

    private static final String TENANT = "decoy";
    private static final UUID ROW = new UUID(0, 0);
    private static final LocalDate DAY = LocalDate.of(2000, 1, 1);
    private static final YearMonth MONTH = YearMonth.of(2030, 1);
    private static final Transaction TRANSACTION =
            new Transaction(new BigDecimal("10.00"), PaymentMode.ONLINE, DAY);

    private final SealedJson json;
    private final byte[] profile;
    private final byte[] account;

    Decoy(SealedJson json) {
        this.json = json;
        this.profile = json.seal(profile(), TENANT, ROW);
        this.account = json.seal(account(), TENANT, ROW);
    }

    /** Opens what was not there to be opened. */
    void open(int profiles, int accounts) {
        for (int i = 0; i < profiles; i++) {
            Profile _ = json.open(profile, Profile.class, TENANT, ROW);
        }
        for (int i = 0; i < accounts; i++) {
            AccountDetails _ = json.open(account, AccountDetails.class, TENANT, ROW);
        }
    }

    private static Profile profile() {
        return new Profile(
                "decoy",
                "Nobody At All",
                DAY,
                List.of(new Profile.Phone(PhoneNumber.ofE164("+16502530000"), true)),
                List.of(new Profile.Mailbox("nobody@example.com", true)),
                List.of(new CreditCard("0000", MONTH)),
                TRANSACTION);
    }

    private static AccountDetails account() {
        return new AccountDetails(
                new AccountNumber("0000000000"),
                List.of(new DebitCard("0000", MONTH, true)),
                List.of(),
                TRANSACTION);
    }
}
