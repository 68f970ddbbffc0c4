package io.vouchline.risk.listing;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.redis.StoreAnswers;
import io.vouchline.contract.risk.ListApi;
import jakarta.annotation.security.RolesAllowed;

/** The door for platforms and operators that add to a list. */
@RolesAllowed({Scope.LISTS_ADD, Scope.LISTS_MANAGE, Scope.LISTS_MANAGE_ALL})
class ListResource implements ListApi {

    private final ListEntries entries;
    private final ListRights rights;
    private final StoreAnswers answers;

    ListResource(ListEntries entries, ListRights rights, StoreAnswers answers) {
        this.entries = entries;
        this.rights = rights;
        this.answers = answers;
    }

    @Override
    public Uni<Entry> add(NewEntry entry) {
        return answers.told(entries.add(rights.adding(entry.forAll()), entry));
    }
}
