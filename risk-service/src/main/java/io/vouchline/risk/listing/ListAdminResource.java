package io.vouchline.risk.listing;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.redis.StoreAnswers;
import io.vouchline.contract.risk.ListAdminApi;
import io.vouchline.contract.risk.ListApi.ListKind;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The operators' door to the lists. */
class ListAdminResource implements ListAdminApi {

    private static final Pattern ID = Pattern.compile("(allow|deny)-[0-9a-f]{32}");
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,2}");
    private static final int USUAL_PAGE = 100;

    private final ListEntries entries;
    private final ListImport imports;
    private final ListRights rights;
    private final StoreAnswers answers;

    ListAdminResource(
            ListEntries entries, ListImport imports, ListRights rights, StoreAnswers answers) {
        this.entries = entries;
        this.imports = imports;
        this.rights = rights;
        this.answers = answers;
    }

    @Override
    @RolesAllowed({Scope.LISTS_MANAGE, Scope.LISTS_MANAGE_ALL})
    public Uni<Page> entries(
            @Nullable String list,
            @Nullable String forAll,
            @Nullable String after,
            @Nullable String limit) {
        String owner = rights.managing(isForAll(forAll));
        Optional<ListKind> kind = Optional.ofNullable(list).map(ListAdminResource::kind);
        return answers.told(entries.page(owner, kind, cursor(after, kind), limit(limit)));
    }

    @Override
    @RolesAllowed({Scope.LISTS_MANAGE, Scope.LISTS_MANAGE_ALL})
    public Uni<Removed> remove(Removal removal) {
        return answers.told(entries.remove(rights.managing(removal.forAll()), removal))
                .map(Removed::new);
    }

    @Override
    @RolesAllowed(Scope.LISTS_MANAGE)
    public Uni<Finding> find(Question question) {
        return answers.told(entries.find(rights.tenant(), question.number()));
    }

    @Override
    @RolesAllowed({Scope.LISTS_MANAGE, Scope.LISTS_MANAGE_ALL})
    @Blocking
    public Uni<Imported> load(@Nullable String forAll, byte[] csv) {
        return answers.told(imports.load(rights.managing(isForAll(forAll)), csv));
    }

    private static boolean isForAll(@Nullable String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw ListProblems.malformed("for_all is neither true nor false");
    }

    private static ListKind kind(String text) {
        return Arrays.stream(ListKind.values())
                .filter(kind -> kind.name().equals(text))
                .findFirst()
                .orElseThrow(() -> ListProblems.malformed("list is neither ALLOW nor DENY"));
    }

    private static String cursor(@Nullable String after, Optional<ListKind> kind) {
        if (after == null) {
            return "";
        }
        if (ID.matcher(after).matches() && after.startsWith(kind.map(Covered::prefix).orElse(""))) {
            return after;
        }
        throw ListProblems.malformed("after is no place of this list");
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return USUAL_PAGE;
        }
        if (LIMIT.matcher(text).matches() && Integer.parseInt(text) <= LARGEST_PAGE) {
            return Integer.parseInt(text);
        }
        throw ListProblems.malformed("limit is a number from 1 to " + LARGEST_PAGE);
    }
}
