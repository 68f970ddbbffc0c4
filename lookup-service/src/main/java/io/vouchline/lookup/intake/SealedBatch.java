package io.vouchline.lookup.intake;

import io.vouchline.contract.lookup.AccountNumber;
import io.vouchline.lookup.account.Capacity;
import io.vouchline.lookup.customer.CustomerKey;
import io.vouchline.lookup.customer.Profile;
import io.vouchline.lookup.intake.CustomerLine.AccountLine;
import io.vouchline.lookup.intake.CustomerLine.MailboxLine;
import io.vouchline.lookup.intake.CustomerLine.PhoneLine;
import io.vouchline.lookup.vault.BlindIndex;
import io.vouchline.lookup.vault.BlindIndex.Kind;
import io.vouchline.lookup.vault.SealedJson;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.postgresql.copy.CopyManager;

/**
 * The rows of a batch as they will stand in the database: sealed, named and found by blind index.
 */
final class SealedBatch {

    private static final byte[] NOTHING = {};
    private static final UUID NO_CONTENT = new UUID(0, 0);

    private final String tenant;
    private final BlindIndex index;
    private final SealedJson json;
    private final BinaryCopy customers = new BinaryCopy();
    private final BinaryCopy keys = new BinaryCopy();
    private final BinaryCopy accounts = new BinaryCopy();
    private final BinaryCopy holdings = new BinaryCopy();

    SealedBatch(String tenant, BlindIndex index, SealedJson json) {
        this.tenant = tenant;
        this.index = index;
        this.json = json;
    }

    void addGone(UUID customer) {
        customers.row(customer, NOTHING, NO_CONTENT, true, true);
    }

    /** Adds what a line says of a customer who is held already, or is not. */
    void add(IndexedLine indexed, boolean known) {
        CustomerLine line = indexed.line();
        UUID customer = indexed.customer();
        Profile profile = Profiles.profile(line);
        customers.row(
                customer, json.seal(profile, tenant, customer), indexed.content(), known, false);
        addPhones(customer, Profiles.orNone(line.phones()));
        addMailboxes(customer, Profiles.orNone(line.mailboxes()));
        for (AccountLine account : Profiles.orNone(line.accounts())) {
            addAccount(customer, account, indexed.number());
        }
    }

    boolean isEmpty() {
        return customers.isEmpty();
    }

    void send(CopyManager copy) throws SQLException, IOException {
        customers.send(copy, "COPY stage_customer FROM STDIN (FORMAT binary)");
        keys.send(copy, "COPY stage_key FROM STDIN (FORMAT binary)");
        accounts.send(copy, "COPY stage_account FROM STDIN (FORMAT binary)");
        holdings.send(copy, "COPY stage_holding FROM STDIN (FORMAT binary)");
    }

    private void addPhones(UUID customer, List<PhoneLine> phones) {
        for (int position = 0; position < phones.size(); position++) {
            PhoneLine phone = phones.get(position);
            UUID value = index.of(tenant, Kind.PHONE, phone.number().e164());
            keys.row(customer, CustomerKey.PHONE, value, (short) position, phone.changedAt());
        }
    }

    private void addMailboxes(UUID customer, List<MailboxLine> mailboxes) {
        for (int position = 0; position < mailboxes.size(); position++) {
            MailboxLine mailbox = mailboxes.get(position);
            String address = mailbox.address().toLowerCase(Locale.ROOT);
            UUID value = index.of(tenant, Kind.MAILBOX, address);
            keys.row(customer, CustomerKey.MAILBOX, value, (short) position, mailbox.changedAt());
        }
    }

    private void addAccount(UUID customer, AccountLine line, long number) {
        AccountNumber account = line.number();
        UUID row = index.of(tenant, Kind.ACCOUNT, account.value());
        boolean owned = line.capacity() == Capacity.SELF;
        byte[] details = json.seal(Profiles.details(line), tenant, row);
        accounts.row(row, details, owned, number);
        holdings.row(customer, row, line.capacity().name());
    }
}
