package io.vouchline.gateway.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an event leads.
 *
 * @param lines what is to be said now
 * @param errand what is to be found out before the caller is heard again; null if nothing is
 */
public record Step(State state, List<Line> lines, @Nullable Errand errand) {}
