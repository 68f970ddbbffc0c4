package io.vouchline.gateway.listing;

import io.vouchline.contract.problem.ProblemType;
import io.vouchline.contract.risk.ListApi.ListKind;
import io.vouchline.gateway.access.Client;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** The lists by the names that they have in paths, and who may add to them. */
public final class WritableList {

    private WritableList() {}

    /**
     * The list of this name, if the client may add to it.
     *
     * @throws io.vouchline.contract.problem.ProblemException 404, if there is no such list; 403, if
     *     the client's policy does not name it
     */
    public static ListKind named(String name, Client client) {
        ListKind list =
                Arrays.stream(ListKind.values())
                        .filter(kind -> name(kind).equals(name))
                        .findFirst()
                        .orElseThrow(
                                () -> ProblemType.NOT_FOUND.exception("There is no such list."));
        if (!client.policy().lists().orElse(Set.of()).contains(list)) {
            throw ProblemType.FORBIDDEN.exception("The client may not add to this list.");
        }
        return list;
    }

    /** The name of a list: deny or allow. */
    static String name(ListKind list) {
        return list.name().toLowerCase(Locale.ROOT);
    }
}
