package io.vouchline.gateway.telesign;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.otp.OtpApi.Checked;
import io.vouchline.contract.otp.OtpApi.CodeState;
import io.vouchline.contract.otp.OtpApi.MessageStatus;
import io.vouchline.contract.otp.OtpApi.Verification;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.decision.CurrentDecision;
import io.vouchline.gateway.decision.Outcome;
import io.vouchline.gateway.telesign.VerifyAnswer.Status;
import io.vouchline.gateway.telesign.VerifyAnswer.Verify;
import io.vouchline.gateway.transaction.Transaction;
import io.vouchline.gateway.transaction.TransactionStatus;
import io.vouchline.gateway.upstream.Otp;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How a transaction stands, and whether a submitted code is right. One that was blocked stays
 * blocked: nothing was sent, so that no code can be right.
 */
@Singleton
class Standings {

    private final OwnTransactions transactions;
    private final Otp otp;
    private final CurrentDecision decision;
    private final InstantSource clock = InstantSource.system();

    Standings(OwnTransactions transactions, Otp otp, CurrentDecision decision) {
        this.transactions = transactions;
        this.otp = otp;
        this.decision = decision;
    }

    /** How it stands. */
    Uni<VerifyAnswer> read(Client client, String reference) {
        return transactions.find(client, reference).chain(this::read);
    }

    /** Whether this code is right, which uses it up, and how the transaction stands. */
    Uni<VerifyAnswer> check(Client client, String reference, SubmittedCode code) {
        return transactions
                .find(client, reference)
                .chain(
                        transaction ->
                                transaction.blocked()
                                        ? read(transaction)
                                        : checked(transaction, code));
    }

    private Uni<VerifyAnswer> read(Transaction transaction) {
        decision.came(Outcome.TOLD);
        if (transaction.blocked()) {
            Status blocked = Status.of(TransactionStatus.BLOCKED, transaction.submittedAt());
            return Uni.createFrom()
                    .item(() -> answer(transaction, blocked, Verify.NOTHING_ENTERED));
        }
        return otp.verification(transaction.reference())
                .map(
                        found ->
                                answer(
                                        transaction,
                                        status(found),
                                        new Verify(state(found).name(), "")));
    }

    /** Both are asked at once: a right code is used up, so that its verdict must be told. */
    private Uni<VerifyAnswer> checked(Transaction transaction, SubmittedCode code) {
        Uni<Status> status =
                otp.verification(transaction.reference())
                        .map(this::status)
                        .onFailure()
                        .recoverWithItem(() -> status(Optional.empty()));
        return Uni.combine()
                .all()
                .unis(state(transaction, code), status)
                .with((state, standing) -> verdict(transaction, code, state, standing));
    }

    private Uni<CodeState> state(Transaction transaction, SubmittedCode code) {
        return code.digits()
                .map(digits -> otp.check(transaction.reference(), digits).map(Checked::state))
                .orElseGet(() -> Uni.createFrom().item(CodeState.INVALID));
    }

    private VerifyAnswer verdict(
            Transaction transaction, SubmittedCode code, CodeState state, Status status) {
        decision.came(state == CodeState.VALID ? Outcome.VERIFIED : Outcome.NOT_VERIFIED);
        return answer(transaction, status, new Verify(state.name(), code.digits().orElse("")));
    }

    private static VerifyAnswer answer(Transaction transaction, Status status, Verify verify) {
        return VerifyAnswer.standing(
                transaction.reference(), transaction.kind().subResource(), status, verify);
    }

    private static CodeState state(Optional<Verification> verification) {
        return verification.map(Verification::state).orElse(CodeState.UNKNOWN);
    }

    /** Of the newest message: a verification may have been sent by several channels in turn. */
    private Status status(Optional<Verification> found) {
        return found.filter(verification -> !verification.messages().isEmpty())
                .map(Standings::status)
                .orElseGet(() -> Status.of(TransactionStatus.NOT_AVAILABLE, clock.instant()));
    }

    private static Status status(Verification verification) {
        MessageStatus newest = verification.messages().getLast();
        Instant since = newest.changedAt();
        return Status.of(
                TransactionStatus.of(newest.channel(), newest.state(), verification.state()),
                since);
    }
}
