package io.vouchline.risk.listing;

import io.vouchline.contract.identity.Caller;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.problem.ProblemType;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Whose entries a caller may add or manage: its tenant's, or those that hold for all. */
@Singleton
final class ListRights {

    private final JsonWebToken token;

    ListRights(JsonWebToken token) {
        this.token = token;
    }

    /** The owner of what the caller adds; 403 if it may not. */
    String adding(boolean forAll) {
        return owner(forAll, has(Scope.LISTS_ADD) || managesItsOwn());
    }

    /** The owner of what the caller reads, removes or imports; 403 if it may not. */
    String managing(boolean forAll) {
        return owner(forAll, managesItsOwn());
    }

    /** The caller's tenant; 403 if its name is one that no tenant can have. */
    String tenant() {
        String tenant = Caller.of(token).tenant();
        if (!Owner.canBe(tenant)) {
            throw ProblemType.FORBIDDEN.exception("No tenant can have this name.");
        }
        return tenant;
    }

    private String owner(boolean forAll, boolean ofItsOwn) {
        String tenant = tenant();
        boolean may = forAll ? has(Scope.LISTS_MANAGE_ALL) : ofItsOwn;
        if (!may) {
            throw ProblemType.FORBIDDEN.exception("The token has not the scope for this.");
        }
        return forAll ? Owner.ALL : tenant;
    }

    private boolean managesItsOwn() {
        return has(Scope.LISTS_MANAGE);
    }

    /** The token's scopes are its groups. */
    private boolean has(String scope) {
        return token.getGroups().contains(scope);
    }
}
