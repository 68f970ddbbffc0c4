package io.vouchline.risk.simulation.screen;

import io.vouchline.risk.simulation.traffic.Request;

/** A request and what was decided on it. */
public record Decision(Request request, Verdict verdict) {}
