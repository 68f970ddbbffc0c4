package io.vouchline.gateway.authenticator;

import io.vouchline.contract.otp.OtpApi.CodeState;

/**
 * How a confirmation ended.
 *
 * @param confirmed whether the authenticator is bound now
 * @param codeState the verdict on the key that was given
 * @param notified whether the customer was told of it at every registered contact
 */
record Confirmation(boolean confirmed, CodeState codeState, boolean notified) {}
