package io.vouchline.lookup.audit;

import java.time.Instant;

/**
 * A read as the person who was read about may know it: the platform account and the purpose. The
 * agent's name is not the subject's to know (CJEU C-579/21).
 */
public record ReadEntry(Instant at, String client, Purpose purpose) {}
