package io.vouchline.gateway.telesign;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.otp.OtpApi.CodeForm;
import io.vouchline.contract.otp.OtpApi.Idempotency;
import io.vouchline.contract.otp.OtpApi.IssueRequest;
import io.vouchline.contract.otp.OtpApi.Route;
import io.vouchline.contract.otp.OtpApi.Wording;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.AccessConfig.PolicyConfig;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.Routes;
import io.vouchline.gateway.decision.CurrentDecision;
import io.vouchline.gateway.decision.Outcome;
import io.vouchline.gateway.screening.Screener;
import io.vouchline.gateway.screening.Screening;
import io.vouchline.gateway.telesign.VerifyAnswer.Status;
import io.vouchline.gateway.transaction.KeepingProof;
import io.vouchline.gateway.transaction.Transaction;
import io.vouchline.gateway.transaction.Transaction.Kind;
import io.vouchline.gateway.transaction.TransactionStatus;
import io.vouchline.gateway.transaction.Transactions;
import io.vouchline.gateway.upstream.Otp;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Screens a number, if the client has Verify Plus, and has it called or texted with a code unless
 * it is blocked. A number that is locked, or whose quota is used up, fails with 429 and the seconds
 * to wait; one that should have been assessed, could not, and may get nothing then, with 503.
 *
 * <p>A transaction's reference is otp-service's, and known only once its code is issued. So the
 * store is tried before anything is sent, and a code whose transaction could then not be kept is
 * ended at once: it may be on its way, but it is good for nothing.
 */
@Singleton
class SendCode {

    /** Telesign's own codes for calls have five digits. */
    private static final int CALL_LENGTH = 5;

    /** Telesign's own codes for text messages have seven digits. */
    private static final int TEXT_LENGTH = 7;

    /** Covers our own further tries; each request of the platform is one of its own. */
    private static final int SAME_REQUEST_SECONDS = 60;

    private final Screener screener;
    private final Otp otp;
    private final Transactions transactions;
    private final KeepingProof keeping;
    private final CallbackUrls callbacks;
    private final ReferenceIds references;
    private final CurrentDecision decision;
    private final InstantSource clock = InstantSource.system();

    SendCode(
            Screener screener,
            Otp otp,
            Transactions transactions,
            KeepingProof keeping,
            CallbackUrls callbacks,
            ReferenceIds references,
            CurrentDecision decision) {
        this.screener = screener;
        this.otp = otp;
        this.transactions = transactions;
        this.keeping = keeping;
        this.callbacks = callbacks;
        this.references = references;
        this.decision = decision;
    }

    Uni<VerifyAnswer> send(Client client, VerifyRequest request) {
        URI callback = callbacks.of(client, request.callback());
        Order order = new Order(client, request, callback, clock.instant());
        return keeping.prove()
                .chain(() -> screened(client, request))
                .chain(
                        screening ->
                                screening.isBlocked()
                                        ? refused(order, screening, "high_risk")
                                        : issued(order, screening));
    }

    private Uni<Screening> screened(Client client, VerifyRequest request) {
        boolean codeOfPlatform = request.code().isPresent();
        String address = request.address().orElse(null);
        return switch (request.kind()) {
            case CALL ->
                    screener.beforeCall(
                            client, request.number(), request.original(), codeOfPlatform, address);
            case SMS ->
                    screener.beforeText(
                            client, request.number(), request.original(), codeOfPlatform, address);
        };
    }

    private Uni<VerifyAnswer> issued(Order order, Screening screening) {
        Uni<Transaction> issuing =
                otp.issue(order.issuing(screening))
                        .map(issued -> order.sent(issued.reference(), screening))
                        .call(this::keptOrEnded);
        return screener.followed(order.client(), screening, issuing)
                .onFailure(f -> Otp.isMalformed(f) && order.request().message().isPresent())
                .transform(f -> Parameter.wrong(order.messageParameter()))
                .map(transaction -> sent(order, transaction, screening))
                .onFailure(Otp::isNeverVerified)
                .recoverWithUni(() -> refused(order, screening, "never_verified"));
    }

    private Uni<Void> keptOrEnded(Transaction transaction) {
        return transactions
                .keep(transaction)
                .onFailure()
                .call(() -> otp.expire(transaction.reference()).onFailure().recoverWithNull());
    }

    private VerifyAnswer sent(Order order, Transaction transaction, Screening screening) {
        decision.reference(transaction.reference());
        decision.came(Outcome.SENT);
        return answer(
                order, transaction, screening, TransactionStatus.begun(order.request().kind()));
    }

    /** What nobody assessed is no risk: the platform is to ask again, and nothing is kept. */
    private Uni<VerifyAnswer> refused(Order order, Screening screening, String reason) {
        if (screening.assessment() == null) {
            decision.came(Outcome.FAILED, "not_assessed");
            return Uni.createFrom()
                    .failure(
                            ProblemType.UNAVAILABLE.exception("The number could not be assessed."));
        }
        Transaction transaction = order.blocked(references.fresh(), screening);
        decision.reference(transaction.reference());
        decision.came(Outcome.BLOCKED, reason);
        return transactions
                .keep(transaction)
                .replaceWith(
                        () -> answer(order, transaction, screening, TransactionStatus.BLOCKED));
    }

    private VerifyAnswer answer(
            Order order, Transaction transaction, Screening screening, TransactionStatus status) {
        return VerifyAnswer.begun(
                transaction.reference(),
                transaction.kind().subResource(),
                Status.of(status, clock.instant()),
                order.packages(screening));
    }

    /** Who wants what to be sent, since when. */
    private record Order(Client client, VerifyRequest request, @Nullable URI callback, Instant at) {

        IssueRequest issuing(Screening screening) {
            return new IssueRequest(
                    request.number(),
                    routes(screening),
                    code(),
                    new Wording(
                            request.message().map(MessageText::text).orElse(null),
                            request.language(),
                            policy().origin().orElse(null)),
                    screening.isOnlyIfVerifiedBefore(),
                    new Idempotency(UUID.randomUUID().toString(), SAME_REQUEST_SECONDS));
        }

        Transaction sent(String reference, Screening screening) {
            return transaction(reference, screening, false);
        }

        Transaction blocked(String reference, Screening screening) {
            return transaction(reference, screening, true);
        }

        /** Without Verify Plus none, even where a number was assessed for its line. */
        Optional<Packages> packages(Screening screening) {
            if (!policy().verifyPlus()) {
                return Optional.empty();
            }
            return Optional.of(
                    screening.assessment() == null
                            ? Packages.ofPlan(request.number(), request.original())
                            : Packages.of(screening.assessment()));
        }

        String messageParameter() {
            return request.message().map(MessageText::parameter).orElse("Template");
        }

        private PolicyConfig policy() {
            return client.policy();
        }

        private List<Route> routes(Screening screening) {
            return switch (request.kind()) {
                case CALL -> Routes.ofCall(policy(), screening.line());
                case SMS -> Routes.ofText(policy(), screening.line(), Optional.empty());
            };
        }

        private CodeForm code() {
            String supplied = request.code().orElse(null);
            return new CodeForm(
                    request.kind() == Kind.CALL ? CALL_LENGTH : TEXT_LENGTH,
                    Math.toIntExact(policy().codeLife().toSeconds()),
                    // The platform's own code is taken as it is.
                    policy().codeWithoutLeadingZero() && supplied == null,
                    supplied,
                    false);
        }

        private Transaction transaction(String reference, Screening screening, boolean blocked) {
            return new Transaction(
                    reference,
                    client.tenant(),
                    client.id(),
                    request.kind(),
                    request.code().isPresent(),
                    blocked,
                    !blocked,
                    callback,
                    screening.assessment(),
                    at);
        }
    }
}
