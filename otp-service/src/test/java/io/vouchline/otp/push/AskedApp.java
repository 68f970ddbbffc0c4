package io.vouchline.otp.push;

import jakarta.inject.Singleton;

/** An app that can be asked: there is one in tests. */
@Singleton
class AskedApp implements ApprovalSender {

    @Override
    public boolean isConfigured() {
        return true;
    }
}
