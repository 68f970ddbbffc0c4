package io.vouchline.otp.quota;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.identity.Caller;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.OtpApi.Channel;

/**
 * The quotas of clients and destinations. Those of a number are the issuing script's own, since
 * they lie with the number.
 */
public interface Quotas {

    /**
     * Takes one message out of the quotas of this client and destination. Fails with {@link
     * QuotaExceededException}, having taken nothing, if one of them is used up.
     */
    Uni<Admission> take(Caller caller, PhoneNumber number, Channel channel);
}
