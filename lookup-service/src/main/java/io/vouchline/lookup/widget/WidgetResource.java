package io.vouchline.lookup.widget;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.deadline.CurrentDeadline;
import io.vouchline.contract.identity.Caller;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.lookup.WidgetApi;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The door for call widgets. */
class WidgetResource implements WidgetApi {

    private final Widgets widgets;
    private final CurrentDeadline deadline;
    private final JsonWebToken token;

    WidgetResource(Widgets widgets, CurrentDeadline deadline, JsonWebToken token) {
        this.deadline = deadline;
        this.widgets = widgets;
        this.token = token;
    }

    @Override
    @RolesAllowed(Scope.WIDGETS_WRITE)
    public Uni<Widget> create(WidgetDefinition definition) {
        DefinitionRules.check(definition);
        return deadline.within(widgets.create(tenant(), definition));
    }

    @Override
    @RolesAllowed(Scope.WIDGETS_READ)
    public Uni<List<Widget>> list() {
        return deadline.within(widgets.list(tenant()));
    }

    @Override
    @RolesAllowed(Scope.WIDGETS_READ)
    public Uni<Widget> read(UUID id) {
        return deadline.within(widgets.read(tenant(), id));
    }

    @Override
    @RolesAllowed(Scope.WIDGETS_WRITE)
    public Uni<Widget> replace(UUID id, Replacement replacement) {
        DefinitionRules.check(replacement.definition());
        return deadline.within(widgets.replace(tenant(), id, replacement));
    }

    @Override
    @RolesAllowed(Scope.WIDGETS_WRITE)
    public Uni<Void> delete(UUID id) {
        return deadline.within(widgets.delete(tenant(), id));
    }

    private String tenant() {
        return Caller.of(token).tenant();
    }
}
