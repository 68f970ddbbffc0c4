package io.vouchline.otp.push;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;

/** Where nothing carries questions to an app, none is asked. */
@DefaultBean
@Singleton
class NoApprovalSender implements ApprovalSender {

    @Override
    public boolean isConfigured() {
        return false;
    }
}
