package io.vouchline.gateway.telavox;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How an event was taken: the same answer whether or not it changed anything.
 *
 * @param accepted true
 * @param callId the call that it is about
 */
record AcceptedEvent(boolean accepted, @JsonProperty("callId") String callId) {}
