package io.vouchline.gateway.conversation;

/** What the conversation goes on with: what the caller meant, or what an errand came to. */
public sealed interface Event permits Heard, Result {}
