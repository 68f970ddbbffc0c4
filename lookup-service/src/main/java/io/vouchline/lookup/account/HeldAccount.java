package io.vouchline.lookup.account;

import java.util.UUID;

/** An account and the capacity in which a person holds it. */
public record HeldAccount(UUID id, Capacity capacity, AccountDetails details) {}
