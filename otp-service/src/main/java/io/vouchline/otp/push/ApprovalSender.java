package io.vouchline.otp.push;

/** What carries questions to the institution's app. */
public interface ApprovalSender {

    /** Whether there is a place to send them to. */
    boolean isConfigured();
}
