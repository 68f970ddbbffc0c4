package io.vouchline.gateway.authenticator;

/**
 * How a removal ended.
 *
 * @param revoked whether there was such an authenticator, which is gone now
 * @param notified whether the customer was told of it at every registered contact
 */
record Revocation(boolean revoked, boolean notified) {}
