package io.vouchline.gateway.session;

import io.vouchline.gateway.conversation.Turn;

/**
 * A turn with its name: the same again gets the same answer, and does nothing.
 *
 * @param id the platform's own name of the turn, 1 to 128 characters
 */
public record SessionTurn(String id, Turn turn) {}
