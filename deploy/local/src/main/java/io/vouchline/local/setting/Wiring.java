package io.vouchline.local.setting;

import io.vouchline.local.carrier.Carrier;
import io.vouchline.local.key.KeyFolder;
import io.vouchline.local.process.PortPlan;
import io.vouchline.local.store.PostgresAddress;
import io.vouchline.local.store.RedisAddress;

/**
 * Everything a service of this fleet may have to know.
 *
 * @param appUrl where the institution's app takes events
 */
public record Wiring(
        PortPlan ports,
        KeyFolder keys,
        PostgresAddress postgres,
        RedisAddress redis,
        CarrierAddress carrier,
        String appUrl) {

    /** Where mails and phone orders go. */
    public record CarrierAddress(int mailPort, String phoneUrl) {

        /** Of a carrier that runs. */
        public static CarrierAddress of(Carrier carrier) {
            return new CarrierAddress(carrier.mailPort(), carrier.phoneUrl());
        }
    }
}
