package io.vouchline.lookup.customer;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.lookup.AccountNumber;
import io.vouchline.contract.number.PhoneNumber;
import java.util.List;

/**
 * Where persons are read from. Whatever keeps a source from answering is a failure, never an empty
 * list.
 */
public interface CustomerSource {

    /** All persons with this phone, in a stable order. */
    Uni<List<Person>> byNumber(String tenant, PhoneNumber number);

    /**
     * All owners of this account, in a stable order; persons with power of attorney are no owners.
     */
    Uni<List<Person>> byAccount(String tenant, AccountNumber number);

    /** The person with this durable id of the institution's, if there is one. */
    Uni<List<Person>> byId(String tenant, String id);
}
