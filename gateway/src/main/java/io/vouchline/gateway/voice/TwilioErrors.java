package io.vouchline.gateway.voice;

import io.vouchline.contract.problem.Problem;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.dialect.ErrorForm;
import jakarta.inject.Singleton;
import java.util.Objects;

/**
 * A failure as Twilio gets it: TwiML that ends the call. By its status Twilio asks the number's
 * fallback URL instead, where it has one; the reason stands in a remark, for Twilio's debugger.
 */
@Singleton
class TwilioErrors implements ErrorForm {

    @Override
    public Dialect dialect() {
        return Dialect.TWILIO;
    }

    @Override
    public Told told(Problem problem, String path) {
        String reason = Objects.requireNonNullElse(problem.detail(), problem.title());
        return new Told(
                problem.status(), new Twiml().remark(reason).hangup().document(), Twiml.MEDIA_TYPE);
    }
}
