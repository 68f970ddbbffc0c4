package io.vouchline.otp.delivery;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.otp.CarrierApi.CarrierReport;
import io.vouchline.contract.otp.OtpApi.DeliveryState;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.otp.delivery.DeliveryQueue.Following;
import io.vouchline.otp.delivery.DeliveryQueue.Pressed;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What follows from the carrier's reports, once they are proven to be its own. */
@Singleton
class CarrierReports {

    /** The message will not arrive: the next one is sent. */
    private static final Set<DeliveryState> LOST =
            Set.copyOf(
                    EnumSet.of(
                            DeliveryState.NOT_ANSWERED, DeliveryState.BUSY, DeliveryState.FAILED));

    private final Carrier carrier;
    private final CallbackUrls urls;
    private final DeliveryQueue queue;
    private final SealedMessages messages;
    private final Dispatcher dispatcher;

    CarrierReports(
            Carrier carrier,
            CallbackUrls urls,
            DeliveryQueue queue,
            SealedMessages messages,
            Dispatcher dispatcher) {
        this.carrier = carrier;
        this.urls = urls;
        this.queue = queue;
        this.messages = messages;
        this.dispatcher = dispatcher;
    }

    /** Records how far a message got; whether that was new. */
    Uni<Boolean> status(CarrierReport report) {
        MessageId id = MessageId.parse(report.message());
        CarrierForm form = proven(report, urls.status(id));
        return CarrierStatus.of(form)
                .map(state -> recorded(id, state))
                .orElseGet(() -> Uni.createFrom().item(false));
    }

    /** What a call goes on with after its keys: the code if they were right at the first try. */
    Uni<String> key(CarrierReport report) {
        MessageId id = MessageId.parse(report.message());
        CarrierForm form = proven(report, urls.key(id));
        Optional<String> digits = form.one("Digits");
        return queue.press(id)
                .map(
                        pressed ->
                                pressed.map(live -> answer(id, live, digits))
                                        .orElseGet(CallScript::expired));
    }

    private String answer(MessageId id, Pressed pressed, Optional<String> digits) {
        Message message = messages.open(pressed.sealedMessage(), id.reference());
        boolean isFirst = pressed.times() == 1;
        return isFirst && digits.equals(Optional.of(ListenerKey.of(id)))
                ? CallScript.code(message)
                : CallScript.farewell(message);
    }

    private CarrierForm proven(CarrierReport report, Optional<String> url) {
        CarrierForm form = CarrierForm.parse(report.form());
        if (!url.map(signed -> carrier.posted(signed, form, report.signature())).orElse(false)) {
            throw ProblemType.UNAUTHENTICATED.exception("The carrier's signature is not good.");
        }
        return form;
    }

    private Uni<Boolean> recorded(MessageId id, DeliveryState state) {
        return following(id, state)
                .chain(
                        following ->
                                queue.report(id, state, following)
                                        .invoke(changed -> lookAgain(id, changed, following)));
    }

    private Uni<Optional<Following>> following(MessageId id, DeliveryState state) {
        return LOST.contains(state)
                ? queue.sealed(id).map(held -> held.flatMap(text -> following(id, text)))
                : Uni.createFrom().item(Optional.empty());
    }

    private Optional<Following> following(MessageId id, String sealed) {
        return messages.following(id, messages.open(sealed, id.reference()));
    }

    private void lookAgain(MessageId id, boolean changed, Optional<Following> following) {
        if (changed && following.isPresent()) {
            dispatcher.nudge(id.reference());
        }
    }
}
