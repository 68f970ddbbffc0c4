package io.vouchline.gateway.telesign;

import io.smallrye.mutiny.Uni;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.decision.CurrentDecision;
import io.vouchline.gateway.decision.Outcome;
import io.vouchline.gateway.telesign.VerifyAnswer.Status;
import io.vouchline.gateway.transaction.Transaction;
import io.vouchline.gateway.transaction.Transaction.Kind;
import io.vouchline.gateway.transaction.TransactionStatus;
import io.vouchline.gateway.upstream.Otp;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/**
 * Records that a platform found its own code right. It proves nothing to us; a code that was made
 * here, and one that was never sent, cannot be completed.
 */
@Singleton
class Completions {

    private final OwnTransactions transactions;
    private final Otp otp;
    private final CurrentDecision decision;
    private final InstantSource clock = InstantSource.system();

    Completions(OwnTransactions transactions, Otp otp, CurrentDecision decision) {
        this.transactions = transactions;
        this.otp = otp;
        this.decision = decision;
    }

    Uni<VerifyAnswer> complete(Client client, String reference) {
        return transactions
                .find(client, reference)
                .chain(
                        transaction ->
                                recorded(transaction)
                                        .map(recorded -> answer(transaction, recorded)));
    }

    private Uni<Boolean> recorded(Transaction transaction) {
        return transaction.blocked() || !transaction.supplied()
                ? Uni.createFrom().item(false)
                : otp.complete(transaction.reference());
    }

    private VerifyAnswer answer(Transaction transaction, boolean recorded) {
        if (!recorded) {
            decision.came(Outcome.REFUSED, "not_completable");
            throw TelesignProblem.NOT_COMPLETABLE.exception();
        }
        decision.came(Outcome.CHANGED);
        return VerifyAnswer.standing(
                transaction.reference(),
                // Calls have another word here than everywhere else: the reference has it so.
                transaction.kind() == Kind.CALL ? "voice" : transaction.kind().subResource(),
                Status.of(TransactionStatus.COMPLETION_RECORDED, clock.instant()),
                null);
    }
}
