package io.vouchline.gateway.telesign;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.otp.OtpApi;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.transaction.Transaction;
import io.vouchline.gateway.transaction.Transactions;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/** A client's own transactions: another's is one that does not exist. */
@Singleton
class OwnTransactions {

    private static final Pattern REFERENCE = Pattern.compile(OtpApi.REFERENCE);

    /** What may be repeated to whoever sent it, as the reference does. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Transactions transactions;

    OwnTransactions(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * The client's transaction of this reference. Fails if the reference is malformed, or the
     * client has none of it (any more).
     */
    Uni<Transaction> find(Client client, String reference) {
        if (!REFERENCE.matcher(reference).matches()) {
            throw malformed(reference);
        }
        return transactions
                .find(reference)
                .map(
                        found ->
                                found.filter(transaction -> isOf(client, transaction))
                                        .orElseThrow(TelesignProblem.UNKNOWN_REFERENCE::exception));
    }

    private static boolean isOf(Client client, Transaction transaction) {
        return transaction.tenant().equals(client.tenant())
                && transaction.client().equals(client.id());
    }

    private static ProblemException malformed(String reference) {
        boolean harmless = HARMLESS.matcher(reference).matches();
        return ProblemType.MALFORMED.exception(
                harmless ? "ReferenceID Parameter: " + reference : "ReferenceID Parameter");
    }
}
