package io.vouchline.lookup.authenticator;

import io.vouchline.contract.lookup.AuthenticatorApi.Authenticator;
import io.vouchline.contract.lookup.AuthenticatorApi.Authenticators;
import io.vouchline.lookup.customer.Person;
import java.util.List;
import java.util.UUID;

/**
 * Whose authenticators are meant: the subscriber (NIST SP 800-63B).
 *
 * @param customer the row of the customer; no row's, if the number is not exactly one person's, so
 *     that the same statements run for nobody, several persons and one
 */
record Subject(String tenant, UUID customer) {

    private static final UUID NOBODY = new UUID(0, 0);

    static Subject of(String tenant, List<Person> persons) {
        return new Subject(tenant, persons.size() == 1 ? persons.getFirst().key() : NOBODY);
    }

    /** What is told of this subject. */
    Authenticators with(List<Authenticator> authenticators) {
        return new Authenticators(
                customer.equals(NOBODY) ? null : customer.toString(), authenticators);
    }
}
