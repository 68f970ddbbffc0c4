package io.vouchline.gateway.call;

import java.util.List;

/**
 * The calls that an agent has.
 *
 * @param calls those answered, the newest first, then those that ring; those that are over are not
 *     among them
 */
record AgentCalls(List<ToldCall> calls) {}
