package io.vouchline.lookup.customer;

import io.vouchline.lookup.account.HeldAccount;
import java.util.List;
import java.util.UUID;

/** A person with everything that is held about them, opened. */
public record Person(UUID id, Profile profile, List<HeldAccount> accounts) {}
